import type { FileFault } from './fileFaults';

/** Why these bytes cannot be an .xlsx, from how they begin; null for a zip, which may be one. */
export function notAWorkbook(bytes: Uint8Array, name: string): FileFault | null {
  if (bytes.length === 0) return { code: 'Z01' };
  if (startsWith(bytes, ZIP)) return null;
  if (startsWith(bytes, COMPOUND)) return compoundFault(bytes, name);
  if (startsWith(bytes, RAR) || startsWith(bytes, SEVEN_ZIP)) return { code: 'Z09' };
  const start = textStart(bytes);
  if (start === null) return { code: 'Z07' };
  if (PAGE.test(start) || /<html[\s>]|urn:schemas-microsoft-com:office:(spreadsheet|excel)/i.test(start)) return { code: 'Z03' };
  return { code: start.startsWith('%PDF') ? 'Z07' : 'Z08' };
}

/** What these bytes are when a report was asked for: a zip, which may be a .docx, a text, or why neither. */
export function documentKind(bytes: Uint8Array, name: string): 'zip' | 'text' | FileFault {
  if (bytes.length === 0) return { code: 'Z01' };
  if (startsWith(bytes, ZIP)) return 'zip';
  if (startsWith(bytes, COMPOUND)) return oldDocumentFault(bytes, name);
  if (startsWith(bytes, RAR) || startsWith(bytes, SEVEN_ZIP)) return { code: 'Z09' };
  const start = new TextDecoder().decode(bytes.subarray(0, LOOKED_AT)).replace(/^\ufeff/, '');
  if (start.startsWith('%PDF')) return { code: 'Z28' };
  if (start.startsWith('{\\rtf')) return { code: 'Z27' };
  return PAGE.test(start) ? { code: 'Z03' } : 'text';
}

function oldDocumentFault(bytes: Uint8Array, name: string): FileFault {
  const streams = compoundStreams(bytes);
  if (streams.has('WordDocument')) return { code: /\.wpst?$/i.test(name) ? 'Z26' : 'Z25' };
  if (streams.has('Workbook') || streams.has('Book')) return { code: 'Z30' };
  return compoundFault(bytes, name);
}

/** How a saved web page begins. */
const PAGE = /^\s*(<!doctype\s+html|<html|<head|<body|<table|<meta|mime-version:)/i;

const ZIP = [0x50, 0x4b];
const RAR = [0x52, 0x61, 0x72, 0x21];
const SEVEN_ZIP = [0x37, 0x7a, 0xbc, 0xaf];
/** Microsoft's compound file: .xls, .et, and .xlsx with a password. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, at) => bytes[at] === byte);
}

function compoundFault(bytes: Uint8Array, name: string): FileFault {
  const streams = compoundStreams(bytes);
  if (streams.has('EncryptionInfo') || streams.has('EncryptedPackage')) return { code: 'Z06' };
  if (/\.ett?$/i.test(name)) return { code: 'Z05' };
  if (streams.has('Workbook') || streams.has('Book')) return { code: 'Z04' };
  return streams.size === 0 ? { code: 'Z02' } : { code: 'Z07' };
}

/** Directory entries are 128 bytes and stand at multiples of 128: name in UTF-16, its length at 64, its kind at 66. */
const ENTRY = 128;

function compoundStreams(bytes: Uint8Array): ReadonlySet<string> {
  const names = new Set<string>();
  for (let at = 512; at + ENTRY <= bytes.length; at += ENTRY) {
    const length = (bytes[at + 64] ?? 0) + 256 * (bytes[at + 65] ?? 0);
    const kind = bytes[at + 66] ?? 0;
    if (length < 4 || length > 64 || length % 2 === 1 || (kind !== 1 && kind !== 2 && kind !== 5)) continue;
    const codes = Array.from({ length: length / 2 - 1 }, (_, i) => (bytes[at + 2 * i] ?? 0) + 256 * (bytes[at + 2 * i + 1] ?? 0));
    if (codes.every((code) => code > 0 && code < 0x7f)) names.add(String.fromCharCode(...codes));
  }
  return names;
}

const LOOKED_AT = 4096;

/** The first characters when the bytes are text of whatever encoding, else null. */
function textStart(bytes: Uint8Array): string | null {
  const first = bytes.subarray(0, LOOKED_AT);
  if (startsWith(first, [0xff, 0xfe])) return new TextDecoder('utf-16le').decode(first).replace(/^\ufeff/, '');
  const isText = first.every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d || byte === 0x0c);
  return isText ? new TextDecoder().decode(first).replace(/^\ufeff/, '') : null;
}
