import { nearest } from '../../src/values/nearest';

const ids = ['income.general.final', 'income.general.initial', 'income.fund.final', 'staffing.paidByFinance', '收入_一般公共预算_决算数'];

test.each([
  ['income.generl.final', 'income.general.final'],
  ['income.general.fianl', 'income.general.final'],
  ['Income.Fund.Final', 'income.fund.final'],
  ['income.general.intial', 'income.general.initial'],
  ['收入_一般公共预算_决算', '收入_一般公共预算_决算数'],
  ['colour', null],
  ['', null],
])('%s is meant for %s', (written, name) => {
  expect(nearest(written, ids)).toBe(name);
});

test('a verb with two letters swapped', () => {
  expect(nearest('chekc', ['packs', 'build', 'read', 'check', 'report'])).toBe('check');
});
