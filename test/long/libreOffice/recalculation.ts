import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { openXlsx } from '../../../src/files/readXlsx';
import { writeXlsx } from '../../../src/files/writeXlsx';
import { cellAddress } from '../../../src/values/address';
import { cellText, numberCell, sameCell, type CellValue } from '../../../src/values/cell';
import type { Plan } from '../../../src/workbook/plan';
import { value } from '../../excel/steps';
import { savedByLibreOffice } from './soffice';

export interface Compared {
  readonly cells: number;
  readonly differences: readonly string[];
}

/** Computed cells of planned workbooks as LibreOffice calculates them, against the values of the engine. */
export async function comparedWithLibreOffice(plans: ReadonlyMap<string, Plan>): Promise<ReadonlyMap<string, Compared>> {
  const files = new Map<string, Uint8Array>();
  for (const [name, plan] of plans) files.set(name, withoutResults(await fileOf(plan)));
  const saved = savedByLibreOffice(files);
  return new Map([...plans].map(([name, plan]) => [name, compare(plan, saved.get(name) ?? new Uint8Array())]));
}

export function fileOf(plan: Plan): Promise<Uint8Array> {
  return writeXlsx(plan, { pack: '{}', packHash: '', layoutVersion: 1 }, { created: new Date('2024-01-05T08:00:00Z') });
}

/** The file with no result of any formula left: LibreOffice believes stored results, so that it would calculate nothing. */
export function withoutResults(file: Uint8Array): Uint8Array {
  const parts = unzipSync(file);
  for (const path of Object.keys(parts).filter((each) => /^xl\/worksheets\/sheet\d+\.xml$/.test(each))) {
    const xml = strFromU8(parts[path] ?? new Uint8Array());
    parts[path] = strToU8(xml.replaceAll(/<c ([^>]*)>(<f>[^<]*<\/f>)<v>[^<]*<\/v><\/c>/g, (_, attributes: string, formula: string) =>
      `<c ${attributes.replace(/ t="[a-z]+"/, '')}>${formula}</c>`));
  }
  return zipSync(parts);
}

function compare(plan: Plan, file: Uint8Array): Compared {
  const found = value(value(openXlsx(file, 'libreoffice.xlsx')).look(plan));
  let cells = 0;
  const differences: string[] = [];
  for (const sheet of plan.sheets) {
    const region = found.sheets.find(({ id }) => id === sheet.id)?.region;
    for (const cell of sheet.cells) {
      if (cell.formula === undefined) continue;
      cells += 1;
      const calculated = region?.cells[cell.row]?.[cell.column]?.value;
      if (calculated && sameCell(asLibreOffice(calculated), asLibreOffice(cell.value))) continue;
      differences.push(`${sheet.name}!${cellAddress(cell.row, cell.column)}: engine ${cell.value.kind} ${cellText(cell.value)}, LibreOffice ${calculated?.kind} ${calculated && cellText(calculated)}, =${cell.formula}`);
    }
  }
  return { cells, differences };
}

/** LibreOffice has no truth values, only numbers that show TRUE or FALSE: both sides are compared as 1 and 0. */
function asLibreOffice(cell: CellValue): CellValue {
  return cell.kind === 'truth' ? numberCell(cell.value ? 1 : 0) : cell;
}
