import { storedInFile } from './typedFile';
import { typed } from './typed';

test.each([[true, 'TRUE'], [false, 'FALSE']])('B10 %s is not 1 or 0', (value, shown) => {
  expect(typed('amount', { kind: 'truth', value })).toMatchObject({ findings: ['V09 error'], sum: '未计算', says: expect.stringContaining(`填报${shown}，是逻辑值`) });
  expect(typed('text', { kind: 'truth', value }).read).toEqual({ kind: 'truth', value });
});

test('B10 and so in a file', async () => {
  expect(await storedInFile('amount', { type: 'b', inside: '<v>1</v>' })).toMatchObject({ findings: ['V09 error'], sum: '未计算' });
});

test('B10 a linked data type or a picture in a cell is stored as an error, and is one', async () => {
  const { findings, says, sum } = await storedInFile('amount', { type: 'e', inside: '<v>#VALUE!</v>' });
  expect(findings).toEqual(['V07 error']);
  expect(says).toContain('是错误值#VALUE!');
  expect(sum).toBe('#VALUE!');
});

test('B10 a formula that gives an array counts with the value of its cell', async () => {
  const { findings, sum, found } = await storedInFile('amount', { inside: '<f t="array" ref="B5:B7">C5:C7*2</f><v>4</v>' });
  expect([findings, sum, found?.formula]).toEqual([[], '4', '=C5:C7*2']);
});
