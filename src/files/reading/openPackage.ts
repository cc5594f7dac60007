import { fail, ok, type Result } from '../../values/result';
import type { FileFault } from './fileFaults';
import { folderOf, partOf, Relationships, relationshipsEntry } from './relationships';
import { SharedStrings } from './sharedStrings';
import type { SheetSources } from './sheetPart';
import { Styles } from './styles';
import { WorkbookPart } from './workbookPart';
import { readPart } from './xml';
import type { ZipEntries, ZipEntry } from './zip';

/** The workbook's own part and what its sheets share. */
export interface OpenPackage extends SheetSources {
  readonly workbook: WorkbookPart;
  readonly relationships: Relationships;
  /** The part of a sheet by tab name; undefined for chart sheets. */
  sheetEntry(name: string): ZipEntry | undefined;
}

/** Finds the workbook by its relationships, wherever a program put its parts. */
export function openPackage(entries: ZipEntries): Result<OpenPackage, FileFault> {
  const root = relationshipsOf(entries, '');
  if (!root.ok) return root;
  const main = root.value.ofType('officeDocument');
  const part = main === null ? undefined : partOf(entries, main);
  if (main === null || !part) return fail({ code: otherKind(entries) });
  if (main.endsWith('.bin')) return fail({ code: 'Z10' });
  const workbook = new WorkbookPart();
  const fault = readPart(part, workbook);
  if (fault) return fail(fault);
  if (!workbook.isWorkbook) return fail({ code: /^(word|ppt)\//.test(main) ? 'Z12' : 'Z09' });
  if (workbook.sheets.length === 0) return fail({ code: 'Z18', detail: part.name });
  const relationships = relationshipsOf(entries, main);
  return relationships.ok ? withShared(entries, workbook, relationships.value) : relationships;
}

function withShared(entries: ZipEntries, workbook: WorkbookPart, relationships: Relationships): Result<OpenPackage, FileFault> {
  const strings = new SharedStrings();
  const styles = new Styles();
  for (const [type, reader] of [['sharedStrings', strings], ['styles', styles]] as const) {
    const entry = partOf(entries, relationships.ofType(type) ?? '');
    const fault = entry ? readPart(entry, reader) : null;
    if (fault) return fail(fault);
  }
  const parts = new Map<string, ZipEntry>();
  for (const { name, relationship } of workbook.sheets) {
    const target = relationships.all.find(({ id }) => id === relationship);
    const entry = partOf(entries, target?.part ?? '');
    if (!entry) return fail({ code: 'Z18', detail: `缺少工作表“${name}”` });
    if (target?.type === 'worksheet') parts.set(name, entry);
  }
  return ok({ workbook, relationships, strings: strings.texts, styles, from1904: workbook.from1904, sheetEntry: (name) => parts.get(name) });
}

/** The relationships of a part; a blank name means the file itself. Errors: damaged or hostile. */
export function relationshipsOf(entries: ZipEntries, part: string): Result<Relationships, FileFault> {
  const relationships = new Relationships(folderOf(part));
  const entry = part === '' ? entries.get('_rels/.rels') : relationshipsEntry(entries, part);
  const fault = entry ? readPart(entry, relationships) : null;
  return fault ? fail(fault) : ok(relationships);
}

/** A zip without a workbook part: an OpenDocument, or simply a zip. */
function otherKind(entries: ZipEntries): FileFault['code'] {
  return entries.has('mimetype') && entries.has('content.xml') ? 'Z11' : 'Z09';
}
