import type { MadeFile } from '../actions/ports';
import type { Message } from '../values/message';
import { fail, ok, type Result } from '../values/result';
import { hostFailure, hostMessage } from './hostErrors';

/** Bytes turned into text at a time: an argument list has its limit. */
const PIECE = 0x8000;

/** Opens a file as a new, unsaved workbook beside this one. Errors: the host has no such function or refuses. */
export async function openCopy({ bytes }: MadeFile): Promise<Result<void, Message>> {
  try {
    await Excel.createWorkbook(base64(bytes));
    return ok(undefined);
  } catch (reason) {
    const failure = hostFailure(reason);
    if (failure === null) throw reason;
    return fail(hostMessage(failure));
  }
}

function base64(bytes: Uint8Array): string {
  let text = '';
  for (let start = 0; start < bytes.length; start += PIECE) text += String.fromCharCode(...bytes.subarray(start, start + PIECE));
  return btoa(text);
}
