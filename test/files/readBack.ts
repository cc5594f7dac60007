import fc from 'fast-check';
import { openFile } from '../../src/actions/openFile';
import type { Entries, EntryRow } from '../../src/evaluation/evaluate';
import type { Form } from '../../src/evaluation/form';
import type { CellForm } from '../../src/pack/pack';
import { BLANK, isBlank, sameCell, textCell, type CellValue } from '../../src/values/cell';
import { readWorkbook } from '../../src/workbook/readWorkbook';
import { randomEntries } from '../cases/randomEntries';
import { seed } from '../cases/seed';
import { builtFile, bundledPack, opened, value } from './builtFile';

interface Back {
  readonly files: number;
  readonly cells: number;
  readonly wrong: readonly string[];
}

/** Builds files of random entries, texts of any characters among them, and reads them: what differs, cell by cell. */
async function readBack(seed: number, runs: number, packId: string): Promise<Back> {
  const pack = bundledPack(packId);
  const wrong: string[] = [];
  let cells = 0;
  const samples = fc.sample(fc.tuple(randomEntries(pack.form), fc.array(anyText, { minLength: 40, maxLength: 40 })).map(([entries, texts]) => withTexts(pack.form, entries, texts)), { seed, numRuns: runs });
  for (const [index, entries] of samples.entries()) {
    const { bytes } = await builtFile(pack, entries);
    const file = opened(bytes);
    // The first by its own pack, as a person's file is read; the others by the same one, bound once.
    const { reading } = index === 0 ? value(await openFile(file)) : { reading: readWorkbook(pack.form, pack.plan, value(file.look(pack.plan))) };
    const differ = (what: string, written: CellValue, read: CellValue | undefined): void => {
      cells += 1;
      if (!sameCell(written, read ?? BLANK)) wrong.push(`#${index} ${what}: ${JSON.stringify(written)} read as ${JSON.stringify(read)}`);
    };
    if (reading.faults.length > 0) wrong.push(`#${index} ${JSON.stringify(reading.faults)}`);
    for (const field of pack.form.fields.values()) if (!field.rule) differ(field.id, entries.fields.get(field.id) ?? BLANK, reading.entries.fields.get(field.id));
    for (const list of pack.form.lists.values()) {
      const written = entries.lists.get(list.id) ?? [], read = reading.entries.lists.get(list.id) ?? [];
      const filled = written.reduce((count, row, at) => ([...row.cells].some(([column, cell]) => !list.columns.get(column)?.rule && !isBlank(cell)) ? at + 1 : count), 0);
      if (read.length !== filled) wrong.push(`#${index} ${list.id}: ${filled} rows read as ${read.length}`);
      for (const [row, each] of written.slice(0, filled).entries()) {
        for (const column of list.columns.values()) if (!column.rule) differ(`${list.id}[${row}].${column.id}`, each.cells.get(column.id) ?? BLANK, read[row]?.cells.get(column.id));
      }
    }
    if (wrong.length > 20) break;
  }
  return { files: samples.length, cells, wrong };
}

/** Read(build(x)) = x. */
export async function expectReadBack(runs: number, packId = 'quxian-2023'): Promise<void> {
  const { files, cells, wrong } = await readBack(seed, runs, packId);
  console.log(`写出再读回 ${packId}：${files} 个文件，${cells} 个填报格，不一致 ${wrong.length}，seed ${seed}`);
  expect(wrong).toEqual([]);
  expect(files).toBe(runs);
}

/** Texts that files, formulas or XML might take for something else. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }), fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.constantFrom('=1+1', '+86', '-5', '@SUM(A1)', "'甲", '"乙"', '<b>&amp;</b>', ']]>', ' 前后空格 ', '第一行\n第二行', '回车\r\n换行', '制表\t符', '_x0041_', '_x0041_x0042_', '_x005F_', '１２３', '1,234', '2024-1-1', 'TRUE', '#N/A', '0012', '1E5', '\u202e反', '\u200b', '😀', '\ufeff', ' '),
);

/** Puts the texts over text fields and text columns that hold one. */
function withTexts(form: Form, entries: Entries, texts: readonly string[]): Entries {
  let next = 0;
  const over = (cell: CellValue, form: CellForm | undefined): CellValue => {
    if (form?.entry !== 'typed' || (form.content !== 'text' && form.content !== 'longText') || isBlank(cell)) return cell;
    return textCell(texts[next++ % texts.length] ?? '');
  };
  return {
    fields: new Map([...entries.fields].map(([id, cell]) => [id, over(cell, form.fields.get(id)?.form)])),
    lists: new Map([...entries.lists].map(([id, rows]) => [id, rows.map((row): EntryRow => ({
      ...row, cells: new Map([...row.cells].map(([column, cell]): [string, CellValue] => [column, over(cell, form.lists.get(id)?.columns.get(column)?.form)]).filter(([, cell]) => !isBlank(cell))),
    }))])),
  };
}
