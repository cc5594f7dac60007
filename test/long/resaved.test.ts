import { openFile } from '../../src/actions/openFile';
import { cellAddress } from '../../src/values/address';
import { BLANK, cellText, sameCell } from '../../src/values/cell';
import { difference } from '../../src/workbook/difference';
import { normalFormula } from '../../src/workbook/formulaText';
import { sampleEntries } from '../cases/samplePack';
import { builtFile, bundledPack, opened, value } from '../files/builtFile';
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
