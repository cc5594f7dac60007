import { typed } from './typed';

test('B01 a full-width number is offered as the number it is, and computed with only when it is one', () => {
  expect(typed('amount', '２２７．３９')).toMatchObject({ findings: ['V01 error'], expected: ['227.39'], sum: '未计算', says: expect.stringContaining('“２２７．３９”是文本，不是数字，未参与计算；应为227.39（全角字符）') });
  expect(typed('amount', 227.39)).toMatchObject({ findings: [], sum: '227.39' });
});
