import { storeUpdate } from '../../src/actions/layOut';
import { openFile } from '../../src/actions/openFile';
import { usePack } from '../../src/actions/ourWorkbook';
import { writeXlsx } from '../../src/files/writeXlsx';
import { cellAddress } from '../../src/values/address';
import { BLANK, cellText, sameCell } from '../../src/values/cell';
import { difference } from '../../src/workbook/difference';
import { normalFormula } from '../../src/workbook/formulaText';
import { sampleEntries } from '../cases/samplePack';
import { CREATED, builtFile, bundledPack, opened, value } from '../files/builtFile';
import { savedByLibreOffice } from './libreOffice/soffice';

test('the sample’s file saved again by LibreOffice reads the same', async () => {
  const pack = bundledPack();
  const { bytes, plan } = await builtFile(pack, sampleEntries(pack.form));
  const saved = savedByLibreOffice(new Map([['sample', bytes]])).get('sample') ?? new Uint8Array();
  const before = value(opened(bytes).look(plan)), after = value(opened(saved).look(plan));
  const wrong: string[] = [];
  let cells = 0;
  for (const sheet of before.sheets) {
    const other = after.sheets.find(({ name }) => name === sheet.name);
    if (other?.id !== sheet.id || (other.visibility === 'visible') !== (sheet.visibility === 'visible')) wrong.push(`${sheet.name}: ${other?.id} ${other?.visibility}`);
    if (other?.protection !== sheet.protection) wrong.push(`${sheet.name}: protection ${sheet.protection} became ${other?.protection}`);
    sheet.region?.cells.forEach((line, row) => line.forEach((cell, column) => {
      cells += 1;
      const found = other?.region?.cells[row]?.[column];
      const same = sameCell(cell.value, found?.value ?? BLANK) && normalFormula(cell.formula ?? '') === normalFormula(found?.formula ?? '');
      if (!same) wrong.push(`${sheet.name}!${cellAddress(row, column)}: ${cellText(cell.value)} ${cell.formula} became ${found && cellText(found.value)} ${found?.formula}`);
    }));
  }
  const lost = before.names.filter(({ name, reference }) => !after.names.some((each) => each.name === name && each.reference === reference));
  console.log(`LibreOffice 另存：${cells} 格，不一致 ${wrong.length}，名称 ${before.names.length} 个，不一致 ${lost.length}`);
  expect(wrong.slice(0, 20)).toEqual([]);
  expect(lost).toEqual([]);
  // LibreOffice does not keep a lock on the structure that has no password.
  expect(after).toMatchObject({ calculation: 'automatic', store: before.store });
  expect(difference(plan, after)).toMatchObject({ changes: [], taken: [], drift: [] });
  expect(value(await openFile(opened(saved))).reading.faults).toEqual([]);
}, 900_000);

test('a prefilled template of a pack that no program ships, saved again by LibreOffice, is known by the pack inside it', async () => {
  const own = { ...bundledPack().pack, id: 'some-county-2024', title: '某县2024年模板' };
  const prefilled = {
    fields: { 'profile.unitCode': '017', 'profile.fullName': '示例单位' },
    lists: {
      projects: [{ code: '0012', name: '=1+1', category: '特定目标类', initial: '96.50' }],
      indicators: [{ level1: '产出指标', level3: '数据归集', nature: '≥', target: '90', unit: '%', weight: '100', approvedTarget: '90', approvedWeight: '100' }],
    },
  };
  const pack = value(usePack(JSON.stringify({ ...own, prefilled })));
  const bytes = await writeXlsx(pack.plan, await storeUpdate(pack), { created: CREATED, opensPane: { kind: 'central' } });
  const saved = savedByLibreOffice(new Map([['prefilled', bytes]])).get('prefilled') ?? new Uint8Array();
  const workbook = value(await openFile(opened(saved)));
  expect(workbook.pack.form.pack).toMatchObject({ id: 'some-county-2024', title: '某县2024年模板' });
  expect(workbook.reading.faults).toEqual([]);
  expect(difference(workbook.pack.plan, workbook.snapshot)).toMatchObject({ changes: [], taken: [], drift: [] });
  const shown = (column: string): string => cellText(workbook.reading.shown({ list: 'projects', row: 0, column }) ?? BLANK);
  expect(['code', 'name', 'category', 'initial'].map(shown)).toEqual(['0012', '=1+1', '特定目标类', '96.5']);
  const locked = workbook.pack.plan.sheets.flatMap(({ cells }) => cells).filter((cell) => cell.locked && /^(projects|indicators)\[\]\./.test(cell.field ?? '') && cell.formula === undefined);
  expect(locked.map(({ field }) => field)).toEqual([
    'projects[].code', 'projects[].name', 'projects[].initial',
    ...['level1', 'level3', 'nature', 'target', 'unit', 'weight', 'approvedTarget', 'approvedWeight'].map((column) => `indicators[].${column}`),
  ]);
}, 900_000);
