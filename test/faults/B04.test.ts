import { indicators, workbookIn } from '../check/situations';
import { evaluate } from '../../src/evaluation/evaluate';
import { numberCell, textCell, type CellValue } from '../../src/values/cell';
import { typed } from './typed';

describe('B04 in a rate cell', () => {
  test.each([['96%', '96%'], ['96％', '96%'], ['0.5%', '0.5%']])('the text %s is offered as %s', (text, expected) => {
    expect(typed('rate', text)).toMatchObject({ findings: ['V01 error'], expected: [expected] });
  });

  test('a fraction is a rate', () => {
    expect(typed('rate', 0.96).findings).toEqual([]);
    expect(typed('rate', 1.2).findings).toEqual([]);
  });

  test('96 would be 9600%', () => {
    expect(typed('rate', 96)).toMatchObject({ findings: ['V13 warning'], expected: ['96%'], says: expect.stringContaining('填报96，即9600%，疑为96%漏了百分号') });
    expect(typed('rate', '96')).toMatchObject({ findings: ['V13 error'], expected: ['96%'] });
  });

  test('a percentage is no amount', () => {
    expect(typed('amount', '96%')).toMatchObject({ findings: ['V03 error'], sum: '未计算' });
  });
});

describe('B04 in a row with unit %', () => {
  const row = (target: string, actual: CellValue): readonly unknown[] => {
    const workbook = workbookIn({ lists: { indicators: indicators({ 2: { target, unit: '%', weight: '2' } }) } });
    workbook.put({ list: 'indicators', row: 1, column: 'actual' }, actual).recalculate();
    const evaluation = evaluate(workbook.form, workbook.read().entries);
    return ['actualNumber', 'score', 'pending'].map((column) => {
      const cell = evaluation.item('indicators', 1, column);
      return cell.kind === 'number' ? cell.value.toNumber() : cell.kind === 'text' ? cell.text : null;
    });
  };

  test('96%, 96 and 96％ are all 96', () => {
    expect([textCell('96%'), textCell('96'), textCell('96％'), numberCell(96)].map((actual) => row('95', actual))).toEqual([[96, 2, 0], [96, 2, 0], [96, 2, 0], [96, 2, 0]]);
  });

  test('a real 0.96 is a fraction where the target is above 1, and waits to be verified; elsewhere it is not computed', () => {
    expect(row('95', numberCell(0.96))).toEqual([96, 2, 2]);
    expect(row('0.95', numberCell(0.96))).toEqual(['未计算', '未计算', expect.anything()]);
  });
});
