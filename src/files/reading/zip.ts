import { Inflate } from 'fflate';
import { fail, ok, type Result } from '../../values/result';
import type { FileFault } from './fileFaults';
import { LIMITS } from './limits';

/** A part inside the file. Its name is only looked up, never used to write anything. */
export interface ZipEntry {
  readonly name: string;
  readonly packed: Uint8Array;
  readonly deflated: boolean;
  /** Bytes and checksum the directory declares. */
  readonly size: number;
  readonly checksum: number;
}

/** Parts by name in small letters: part names of a workbook do not depend on case. */
export type ZipEntries = ReadonlyMap<string, ZipEntry>;

/**
 * Reads the directory of a zip. Refused before anything is inflated: too many entries, too large as declared, parts over each
 * other, a directory that contradicts the parts, two parts of one name, passwords, other methods than deflate.
 */
export function readZip(bytes: Uint8Array): Result<ZipEntries, FileFault> {
  if (bytes.length > LIMITS.file) return fail({ code: 'Z13', detail: `${Math.ceil(bytes.length / 1024 / 1024)} MB` });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  if (end === null) return fail({ code: 'Z02' });
  const directory = readDirectory(bytes, view, end);
  if (!directory.ok) return directory;
  return locate(bytes, view, directory.value, end.start);
}

interface DirectoryEnd {
  readonly start: number;
  readonly size: number;
}

interface Listed {
  readonly name: string;
  readonly rawName: Uint8Array;
  readonly flags: number;
  readonly method: number;
  readonly checksum: number;
  readonly packedSize: number;
  readonly size: number;
  readonly offset: number;
}

const END_MARK = 0x06054b50;
const LISTED_MARK = 0x02014b50;
const LOCAL_MARK = 0x04034b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;

function endOfDirectory(view: DataView): DirectoryEnd | null {
  for (let at = view.byteLength - END_LENGTH; at >= Math.max(0, view.byteLength - END_LENGTH - LONGEST_COMMENT); at -= 1) {
    if (view.getUint32(at, true) !== END_MARK) continue;
    const size = view.getUint32(at + 12, true);
    const start = view.getUint32(at + 16, true);
    if (start + size <= at) return { start, size };
  }
  return null;
}

function readDirectory(bytes: Uint8Array, view: DataView, end: DirectoryEnd): Result<readonly Listed[], FileFault> {
  const listed: Listed[] = [];
  const last = end.start + end.size;
  let at = end.start;
  while (at + 46 <= last && view.getUint32(at, true) === LISTED_MARK) {
    if (listed.length >= LIMITS.entries) return fail({ code: 'Z15' });
    const nameLength = view.getUint16(at + 28, true), extraLength = view.getUint16(at + 30, true), commentLength = view.getUint16(at + 32, true);
    const nameEnd = at + 46 + nameLength;
    if (nameEnd + extraLength + commentLength > last) return fail({ code: 'Z16' });
    const rawName = bytes.subarray(at + 46, nameEnd);
    const sizes = longSizes(view, nameEnd, extraLength, { size: view.getUint32(at + 24, true), packedSize: view.getUint32(at + 20, true), offset: view.getUint32(at + 42, true) });
    listed.push({
      name: new TextDecoder().decode(rawName), rawName, flags: view.getUint16(at + 8, true), method: view.getUint16(at + 10, true),
      checksum: view.getUint32(at + 16, true), ...sizes,
    });
    at = nameEnd + extraLength + commentLength;
  }
  if (at !== last) return fail({ code: 'Z16' });
  const declared = listed.reduce((total, { size }) => total + size, 0);
  if (declared > LIMITS.allParts || listed.some(isTooLarge)) return fail({ code: 'Z14' });
  return ok(listed);
}

/** Some programs write sizes of 64 bits for small parts, too; those are in an extra field, in this order, where the short one is full. */
function longSizes(view: DataView, start: number, length: number, short: Pick<Listed, 'size' | 'packedSize' | 'offset'>): Pick<Listed, 'size' | 'packedSize' | 'offset'> {
  const FULL = 0xffffffff;
  for (let at = start; at + 4 <= start + length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let next = at + 4;
    const fieldEnd = Math.min(start + length, next + view.getUint16(at + 2, true));
    const long = (value: number): number => {
      if (value !== FULL || next + 8 > fieldEnd) return value;
      next += 8;
      return view.getUint32(next - 8, true) + view.getUint32(next - 4, true) * 2 ** 32;
    };
    return { size: long(short.size), packedSize: long(short.packedSize), offset: long(short.offset) };
  }
  return short;
}

function isTooLarge({ size, packedSize }: Pick<Listed, 'size' | 'packedSize'>): boolean {
  return size > LIMITS.part || (size > LIMITS.ratioFrom && size > packedSize * LIMITS.ratio);
}

function locate(bytes: Uint8Array, view: DataView, listed: readonly Listed[], directoryStart: number): Result<ZipEntries, FileFault> {
  const entries = new Map<string, ZipEntry>();
  let free = 0;
  for (const each of [...listed].sort((a, b) => a.offset - b.offset)) {
    const { offset, packedSize, rawName } = each;
    if (offset < free || offset + 30 > directoryStart || view.getUint32(offset, true) !== LOCAL_MARK) return fail({ code: 'Z16' });
    const nameEnd = offset + 30 + view.getUint16(offset + 26, true);
    const start = nameEnd + view.getUint16(offset + 28, true);
    const name = bytes.subarray(offset + 30, Math.min(nameEnd, directoryStart));
    if (start + packedSize > directoryStart || !sameBytes(name, rawName)) return fail({ code: 'Z16' });
    free = start + packedSize;
    if (!isPartName(each.name)) continue;
    if ((each.flags & 1) !== 0 || (each.method !== 0 && each.method !== 8)) return fail({ code: 'Z17', detail: each.name });
    const key = each.name.toLowerCase();
    if (entries.has(key)) return fail({ code: 'Z16', detail: each.name });
    entries.set(key, { name: each.name, packed: bytes.subarray(start, free), deflated: each.method === 8, size: each.size, checksum: each.checksum });
  }
  return ok(entries);
}

/** Names that leave the file, name drives or folders, or hold characters no part may have are passed over. */
function isPartName(name: string): boolean {
  return name.length > 0 && name.length <= 255 && !/[\\:\p{Cc}]|^\/|(^|\/)\.{1,2}(\/|$)|\/$/u.test(name);
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}

/** Small, because deflate grows a piece up to a thousandfold before it is counted. */
const PIECE = 4 * 1024;

/**
 * Inflates a part piece by piece and counts while doing so: a part larger than it declares is refused at its declared size,
 * whatever it would grow to. `take` gets the pieces and may stop with a fault of its own.
 */
export function inflate(entry: ZipEntry, take: (piece: Uint8Array) => FileFault | null): FileFault | null {
  const seen: { count: number; checksum: number; fault: FileFault | null } = { count: 0, checksum: 0xffffffff, fault: null };
  const count = (piece: Uint8Array): void => {
    seen.count += piece.length;
    if (seen.fault !== null) return;
    if (seen.count > entry.size) seen.fault = { code: 'Z16', detail: entry.name };
    else {
      seen.checksum = addToChecksum(seen.checksum, piece);
      seen.fault = take(piece);
    }
  };
  const stream = entry.deflated ? new Inflate(count) : null;
  for (let at = 0; seen.fault === null && at < entry.packed.length; at += PIECE) {
    const piece = entry.packed.subarray(at, at + PIECE);
    if (!stream) count(piece);
    else {
      try {
        stream.push(piece, at + PIECE >= entry.packed.length);
      } catch {
        return seen.fault ?? { code: 'Z18', detail: entry.name };
      }
    }
  }
  if (seen.fault !== null) return seen.fault;
  return seen.count === entry.size && ((seen.checksum ^ 0xffffffff) >>> 0) === entry.checksum ? null : { code: 'Z18', detail: entry.name };
}

const CHECKSUMS = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = (value & 1) === 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

function addToChecksum(checksum: number, piece: Uint8Array): number {
  let value = checksum;
  // Counted, because an iterator over every byte of a file takes several times as long.
  for (let at = 0; at < piece.length; at += 1) value = (CHECKSUMS[(value ^ (piece[at] ?? 0)) & 0xff] ?? 0) ^ (value >>> 8);
  return value;
}
