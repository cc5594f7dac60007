import { typed } from './typed';

test.each([['1,234.50', '1234.5', '千分位'], ['1，234.5', '1234.5', '千分位'], ['1 234', '1234', '含空格'], ['１，２３４', '1234', '全角字符']])('B02 %s is offered as %s', (text, expected, why) => {
  expect(typed('amount', text)).toMatchObject({ findings: ['V01 error'], expected: [expected], sum: '未计算', says: expect.stringContaining(why) });
});

test('B02 what can be read in two ways is read in none, both are named', () => {
  expect(typed('amount', '1,23')).toMatchObject({ findings: ['V04 error'], sum: '未计算', says: expect.stringContaining('可读作1.23或123') });
});
