import { fail, ok, type Result } from '../values/result';
import type { Failure } from './verb';

/** Text of a data file: UTF-8 with or without mark, or UTF-16 with its mark. Errors: any other encoding. */
export function decodeText(bytes: Uint8Array, name: string): Result<string, Failure> {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return ok(new TextDecoder(encoding, { fatal: true }).decode(bytes));
  } catch {
    return fail({ code: 'M31', text: `文件“${name}”的文字不是 UTF-8 编码。`, remedy: '请用记事本等程序打开，另存为 UTF-8 编码后再试。' });
  }
}
