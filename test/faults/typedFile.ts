import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { runChecks } from '../../src/check/runChecks';
import { evaluate } from '../../src/evaluation/evaluate';
import { openXlsx } from '../../src/files/readXlsx';
import { writeXlsx } from '../../src/files/writeXlsx';
import { cellAddress } from '../../src/values/address';
import { cellText } from '../../src/values/cell';
import { planWorkbook } from '../../src/workbook/planWorkbook';
import { readWorkbook } from '../../src/workbook/readWorkbook';
import type { FoundCell } from '../../src/workbook/snapshot';
import { entriesOf, form } from './typed';

export interface FileAnswer {
  readonly findings: readonly string[];
  readonly says: string;
  readonly sum: string;
  readonly found: FoundCell | undefined;
}

/**
 * A laid-out file in which one typed cell holds this XML, as another program may have stored it, read and checked.
 * `style` puts the cell into a style of its own with this number format.
 */
export async function storedInFile(field: string, xml: { readonly type?: string; readonly inside: string; readonly format?: number }): Promise<FileAnswer> {
  const plan = planWorkbook(form, entriesOf({}));
  const sheet = plan.sheets.findIndex(({ id }) => id === 'typed');
  const place = plan.sheets[sheet]?.cells.find((cell) => cell.field === `typed.${field}`);
  const address = cellAddress(place?.row ?? 0, place?.column ?? 0);
  const files = unzipSync(await writeXlsx(plan, { pack: '{}', packHash: '', layoutVersion: 1 }, { created: new Date(0) }));
  const change = (path: string, by: (part: string) => string): void => { files[path] = strToU8(by(strFromU8(files[path] ?? new Uint8Array()))); };
  let style = '';
  if (xml.format !== undefined) {
    change('xl/styles.xml', (part) => part.replace(/<cellXfs count="(\d+)">([\s\S]*?)<\/cellXfs>/, (_, count: string, inside: string) => {
      style = ` s="${count}"`;
      return `<cellXfs count="${Number(count) + 1}">${inside}<xf numFmtId="${xml.format ?? 0}"/></cellXfs>`;
    }));
  }
  change(`xl/worksheets/sheet${sheet + 1}.xml`, (part) => part.replace(new RegExp(`<c r="${address}"[^>]*?(/>|>.*?</c>)`), `<c r="${address}"${style}${xml.type === undefined ? '' : ` t="${xml.type}"`}>${xml.inside}</c>`));
  const opened = openXlsx(zipSync(files), 'a.xlsx');
  const snapshot = opened.ok ? opened.value.look(plan) : opened;
  if (!snapshot.ok) throw new Error(JSON.stringify(snapshot.error));
  const reading = readWorkbook(form, plan, snapshot.value);
  const evaluation = evaluate(form, reading.entries);
  const checked = runChecks(form, evaluation, reading);
  if (!checked.ok) throw new Error(JSON.stringify(checked.error));
  const about = checked.value.findings.filter(({ refs: [ref] }) => ref && 'field' in ref && ref.field === `typed.${field}`);
  return {
    findings: about.map(({ code, level }) => `${code} ${level}`), says: about.map(({ message }) => message).join('\n'),
    sum: cellText(evaluation.at({ field: 'typed.sum' })),
    found: snapshot.value.sheets[sheet]?.region?.cells[place?.row ?? 0]?.[place?.column ?? 0],
  };
}
