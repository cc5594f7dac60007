import { typed } from './typed';

test.each([['227.39万元', '227.39'], ['2.2739百万', '227.39'], ['227万', '227'], ['2273900元', '227.39'], ['0.5亿元', '5000']])('B03 %s is converted with the unit shown', (text, expected) => {
  expect(typed('amount', text)).toMatchObject({ findings: ['V02 error'], expected: [expected], sum: '未计算', says: expect.stringContaining(`折合${expected}万元`) });
});

test.each([['227.39美元', '美元'], ['3车', '车']])('B03 the unit of %s cannot be converted', (text, unit) => {
  expect(typed('amount', text)).toMatchObject({ findings: ['V04 error'], says: expect.stringContaining(`单位“${unit}”不能换算`) });
});
