import { proofread } from '../../src/proofread/proofread';
import { workbookFacts } from '../../src/proofread/workbookFacts';
import { sampleEvaluation } from '../cases/samplePack';

const facts = workbookFacts(sampleEvaluation());
const about = (text: string): readonly string[] => proofread(text, facts).findings.filter(({ computed }) => computed.startsWith('【')).map(({ code, level, stated, computed }) => `${code} ${level} ${stated} ${computed}`);

test('the figures of a workbook become facts with their place', () => {
  expect(facts.year).toBe(2023);
  expect(facts.unit).not.toBe('');
  const basic = facts.facts.filter(({ key }) => key === 'basic|final|2023||');
  expect(basic.map(({ value, place }) => `${value.toFixed()} ${place.sheet} ${place.item}`)).toEqual(['101.55 支出（性质） 基本支出·决算数']);
});

test.each<[string, readonly string[]]>([
  ['2023年决算基本支出101.55万元。', []],
  ['2023年决算基本支出1,015,500元，项目支出约126万元。', []],
  ['2023年决算基本支出111.55万元。', ['F11 error 111.55万元 【支出（性质）】基本支出·决算数 101.55万元']],
  ['2023年决算项目支出1358400元。', ['F11 error 1358400元 【支出（性质）】项目支出·决算数 1258400元']],
  // Another year, another scope, a name of its own: no comparison.
  ['2022年决算基本支出111.55万元。', []],
  ['（1）门户网站运维项目自评综述：项目支出决算数3万元。', []],
  ['2023年信息化基本支出决算20万元。', []],
])('%s', (text, expected) => {
  expect(about(text)).toEqual(expected);
});

test('a text about another year is not compared, and the report says so', () => {
  expect(proofread('2021年决算支出总计1万元。2021年基本支出1万元。', facts).notChecked).toEqual([{ code: 'F11', reason: '文中说的是2021年，工作簿是2023年，未与工作簿核对' }]);
  expect(proofread('没有数字。').notChecked).toEqual([{ code: 'F11', reason: '文中没有读到金额，未核对合计、占比、执行率和前后一致' }]);
});
