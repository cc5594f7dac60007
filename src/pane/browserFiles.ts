import type { FilePort, MadeFile } from '../actions/ports';
import { ok } from '../values/result';

/** By the ending of the name. */
const TYPES: Readonly<Record<string, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', zip: 'application/zip', json: 'application/json',
};
/** Milliseconds until the address of a started download is given up; saving starts at once or never. */
const DOWNLOAD_LASTS = 120_000;

function addressOf({ name, bytes }: MadeFile): string {
  return URL.createObjectURL(new Blob([bytes.slice().buffer], { type: TYPES[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream' }));
}

/** What a browser or webview can do with a file. A webview may drop a download without a word: success is never claimed here. */
export const browserFiles: Pick<FilePort, 'download' | 'link'> = {
  download: (file) => {
    const address = addressOf(file);
    const anchor = document.createElement('a');
    anchor.href = address;
    anchor.download = file.name;
    document.body.append(anchor);
    anchor.click();
    anchor.remove();
    window.setTimeout(() => URL.revokeObjectURL(address), DOWNLOAD_LASTS);
    return ok(undefined);
  },
  link: (file) => {
    const address = addressOf(file);
    return { address, release: () => URL.revokeObjectURL(address) };
  },
};
