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
