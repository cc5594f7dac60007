import { unicodeText } from '../files/reading/decodeText';
import { fail, ok, type Result } from '../values/result';
import type { Failure } from './verb';

/** Text of a data file: UTF-8 with or without mark, or UTF-16 with its mark. Errors: any other encoding. */
export function decodeText(bytes: Uint8Array, name: string): Result<string, Failure> {
  const text = unicodeText(bytes);
  return text === null
    ? fail({ code: 'M31', text: `文件“${name}”的文字不是 UTF-8 编码。`, remedy: '请用记事本等程序打开，另存为 UTF-8 编码后再试。' })
    : ok(text);
}
