import { typed } from './typed';

test.each<[number | string, string]>([[-227.39, '-227.39'], ['-227.39', '-227.39'], ['(227.39)', '-227.39'], ['－５', '-5'], ['△5', '-5']])('B06 %s where nothing may be negative', (value, found) => {
  expect(typed('amount', value)).toMatchObject({ findings: ['V05 error'], says: expect.stringContaining(`填报${found}，此处不应为负数`) });
});

test.each([['(227.39)', '-227.39', '括号表示负数'], ['－５', '-5', '全角字符'], ['△5', '-5', '△表示负数']])('B06 %s where a reduction is negative is %s', (text, expected, why) => {
  expect(typed('signed', text)).toMatchObject({ findings: ['V01 error'], expected: [expected], says: expect.stringContaining(why) });
});

test('B06 a real negative number there is right, a dash is no number', () => {
  expect(typed('signed', -5)).toMatchObject({ findings: [], sum: '-5' });
  expect(typed('signed', '-')).toMatchObject({ findings: ['V04 error'], sum: '未计算' });
});
