import { zipSync, type Zippable } from 'fflate';
import type { MadeFile } from '../actions/ports';

/** Files in one archive; workbooks are compressed already. The same files give the same bytes. */
export function zipFiles(files: readonly MadeFile[]): Uint8Array {
  const entries: Zippable = Object.fromEntries(files.map(({ name, bytes }) => [name, bytes]));
  return zipSync(entries, { level: 0, mtime: new Date(1980, 0, 1) });
}
