import { numberCell } from '../../src/values/cell';
import { typed } from './typed';

test.each<[string, number | string]>([['1e308', 1e308], ['18 digits', Number('123456789012345678')], ['18 digits as text', '123456789012345678'], ['16 digits', 1.5e16]])('B08 %s is more than a cell keeps', (_, value) => {
  const { findings, says } = typed('amount', value);
  expect(findings).toContain('V06 warning');
  expect(says).toContain('超过15位');
});

test('B08 binary fractions are the decimals they show', () => {
  expect(typed('amount', 0.1 + 0.2)).toMatchObject({ findings: [], sum: '0.3', read: numberCell('0.3') });
  expect(typed('amount', 0.1, { signed: 0.2 }).sum).toBe('0.3');
});

test('B08 −0 is 0', () => {
  expect(typed('amount', -0)).toMatchObject({ findings: [], sum: '0' });
});

test.each([['NaN'], ['Infinity'], ['0x10'], ['1.2.3']])('B08 %s is no number', (text) => {
  expect(typed('amount', text)).toMatchObject({ findings: ['V04 error'], sum: '未计算' });
});
