import { fail, ok, type Result } from '../../values/result';
import type { FileFault } from './fileFaults';

/** Text in UTF-8 with or without mark, or in UTF-16 with its mark; null in any other encoding. */
export function unicodeText(bytes: Uint8Array): string | null {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  return decoded(bytes, encoding);
}

/**
 * Text as people save it on Chinese computers: Unicode, or else GB18030, which holds GBK and GB2312.
 * Errors: neither (Z29), or with characters no text has, such as those of a picture or a program (Z07).
 */
export function plainText(bytes: Uint8Array): Result<string, FileFault> {
  const text = unicodeText(bytes) ?? decoded(bytes, 'gb18030');
  if (text === null) return fail({ code: 'Z29' });
  return text.includes('\0') ? fail({ code: 'Z07' }) : ok(text);
}

function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
