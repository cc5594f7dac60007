import type { Message } from '../values/message';
import { fail, ok, type Result } from '../values/result';
import { plainText } from './reading/decodeText';
import { DocumentPart } from './reading/documentPart';
import { fileMessage, type FileFault } from './reading/fileFaults';
import { documentKind } from './reading/fileKind';
import { LIMITS } from './reading/limits';
import { relationshipsOf } from './reading/openPackage';
import { partOf } from './reading/relationships';
import { readPart } from './reading/xml';
import { readZip } from './reading/zip';

/**
 * The text of a report in a .docx or a text file, whatever its name says: a paragraph a line, a table row a line with tabs.
 * Nothing is run or followed, and everything is bounded.
 * Errors: every kind of file that is neither, damaged, hostile or too long, each with its own sentence (codes Z01–Z30).
 */
export function readReportFile(bytes: Uint8Array, name: string): Result<string, Message> {
  const kind = documentKind(bytes, name);
  const text = kind === 'zip' ? wordText(bytes) : kind === 'text' ? plainText(bytes) : fail(kind);
  if (!text.ok) return fail(fileMessage(name, text.error, 'document'));
  if (text.value.length > LIMITS.documentText) return fail(fileMessage(name, { code: 'Z13' }, 'document'));
  return text;
}

function wordText(bytes: Uint8Array): Result<string, FileFault> {
  const entries = readZip(bytes);
  if (!entries.ok) return entries;
  const root = relationshipsOf(entries.value, '');
  if (!root.ok) return root;
  const main = root.value.ofType('officeDocument');
  const entry = main === null ? undefined : partOf(entries.value, main);
  if (main === null || !entry) return fail({ code: entries.value.has('mimetype') && entries.value.has('content.xml') ? 'Z11' : 'Z09' });
  if (main.startsWith('xl/')) return fail({ code: 'Z30' });
  const part = new DocumentPart();
  const fault = readPart(entry, part);
  if (fault) return fail(fault);
  return part.isDocument ? ok(part.allText()) : fail({ code: 'Z12' });
}
