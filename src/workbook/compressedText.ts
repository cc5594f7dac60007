import { deflateSync, Inflate, strFromU8, strToU8 } from 'fflate';

/** Largest text that is taken back, in bytes: a pack is a hundredth of it, and a store may come from anybody. */
const LARGEST_TEXT = 4_000_000;
/** Compressed bytes handed over at once; a thousandfold is the most they can become. */
const CHUNK = 1_024;

/** A text as deflated bytes in base64: letters, digits, `+`, `/` and `=`. The same text gives the same result everywhere. */
export function compressText(text: string): string {
  const bytes = deflateSync(strToU8(text), { level: 9 });
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

/** The text again; null when it is damaged or larger than a pack may be. The size is counted while inflating. */
export function expandText(compressed: string): string | null {
  const bytes = bytesOf(compressed);
  if (!bytes) return null;
  const parts: Uint8Array[] = [];
  let size = 0;
  let ended = false;
  const inflate = new Inflate((part, final) => {
    size += part.length;
    ended ||= final;
    if (size <= LARGEST_TEXT) parts.push(part);
  });
  try {
    for (let start = 0; start < bytes.length && size <= LARGEST_TEXT; start += CHUNK) {
      inflate.push(bytes.subarray(start, start + CHUNK), start + CHUNK >= bytes.length);
    }
  } catch {
    return null;
  }
  return ended && size <= LARGEST_TEXT ? strFromU8(joined(parts, size)) : null;
}

function bytesOf(compressed: string): Uint8Array | null {
  try {
    return Uint8Array.from(atob(compressed), (letter) => letter.charCodeAt(0));
  } catch {
    return null;
  }
}

function joined(parts: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
