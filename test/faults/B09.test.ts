import { storedInFile } from './typedFile';
import { typed } from './typed';

const DAY = { inside: '<v>45374</v>' };

test('B09 a number that its cell shows as a date, in a file: the date is named', async () => {
  const { findings, says, found } = await storedInFile('amount', { ...DAY, format: 14 });
  expect(found).toMatchObject({ shownAsDate: '2024-03-23' });
  expect(findings).toEqual(['V08 error']);
  expect(says).toContain('填报45374，按单元格格式是日期（2024-03-23），不是数字');
});

test('B09 in a date cell it is what belongs there, and without a date format it is an amount to be confirmed', async () => {
  expect((await storedInFile('date', { ...DAY, format: 14 })).findings).toEqual([]);
  expect((await storedInFile('amount', { ...DAY, format: 4 })).findings).toEqual(['V08 warning']);
  expect((await storedInFile('amount', { inside: '<v>227.39</v>', format: 4 })).findings).toEqual([]);
});

test.each([['2024.3'], ['2024-03-23'], ['2024年3月23日'], ['2024/3/23']])('B09 the text %s reads as a date', (text) => {
  expect(typed('amount', text)).toMatchObject({ findings: ['V08 error'], sum: '未计算', says: expect.stringContaining('像是日期') });
});
