import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { renderReport } from '../../src/report/renderReport';
import { cellText } from '../../src/values/cell';
import { bundledForm, sampleData, sampleEvaluation } from '../cases/samplePack';
import { figuresIn } from '../report/figuresIn';
import { seedFigures } from '../report/seedFigures';
import { sharedRuns } from './sharedRuns';

const root = resolve(__dirname, '../..');
const seedFile = join(root, '../shared/seeds/000_82dc39925db50085.txt');
const seed = existsSync(seedFile) ? readFileSync(seedFile, 'utf8').replaceAll(/\[bookmark:[^\]]*\]/g, '') : null;
if (seed === null) console.log(`未运行：没有公开报告原文 ${seedFile}，只核对随仓库的数字对照表（test/report/seedFigures.test.ts）。`);
const withSeed = seed === null ? test.skip : test;
const lines = (seed ?? '').split('\n').map((text, index) => ({ line: index + 1, text: text.trim() }));
const tableStart = lines.find(({ text }) => text === '一级指标')?.line ?? lines.length + 1;

const form = bundledForm('quxian-2023');
const evaluation = sampleEvaluation();
const rendered = renderReport(form, evaluation);
const paragraphs = rendered.ok ? rendered.value : [];
const textOf = (id: string): string => (id.startsWith('field:') ? cellText(evaluation.value(id.slice('field:'.length))) : paragraphs.find((paragraph) => paragraph.id === id)?.text ?? '');

/** Numbers of headings and enumerations are no figures. */
const ENUMERATION = /^(?:\d+\.(?!\d)\s*|（\d+）|目标\d+：)/;

withSeed('every figure of the published report stands in the table, and the table holds nothing else', () => {
  const found = lines.filter(({ line }) => line < tableStart).map(({ line, text }) => ({ line, figures: figuresIn(withoutNumber(text)).map((figure) => figure.text) }));
  expect(seedFigures.map(({ line, figures }) => ({ line, figures: figures.map(([theirs]) => theirs) }))).toEqual(found.filter(({ figures }) => figures.length > 0));
});

withSeed('every sentence with figures beside ours: same or corrected, none missing', () => {
  const rows = seedFigures.flatMap(({ line, paragraphs: ids, figures }) => figures.map(([theirs, words, why], index) => {
    const sentence = sentencesOf(withoutNumber(lines[line - 1]?.text ?? '')).flatMap((one) => figuresIn(one).map(() => one))[index] ?? '';
    const ours = ids.map(textOf).filter((text) => text.includes(words)).map((text) => sentencesOf(text).find((one) => one.includes(words)) ?? text);
    return { line, theirs, sentence, words, ours: ours[0], why };
  }));
  const missing = rows.filter(({ ours }) => ours === undefined);
  const corrected = rows.filter(({ why }) => why !== undefined);
  const summary = `公开报告 ${new Set(rows.map(({ line }) => line)).size} 行、${rows.length} 个数字：相同 ${rows.length - corrected.length - missing.length}，更正 ${corrected.length}，缺 ${missing.length}`;
  mkdirSync(join(root, '.cache'), { recursive: true });
  writeFileSync(join(root, '.cache/seedReport.md'), [
    '# 公开报告与本产品报告的数字对照', '', summary, '', '| 行 | 原文数字 | 原文所在句 | 本产品所在句 | 对应文字 | 结论 |', '|---|---|---|---|---|---|',
    ...rows.map((row) => `| ${row.line} | ${row.theirs} | ${row.sentence} | ${row.ours ?? ''} | ${row.words} | ${row.ours === undefined ? '缺' : row.why === undefined ? '相同' : `更正：${row.why}`} |`), '',
  ].join('\n'));
  console.log(`${summary}。对照表：.cache/seedReport.md`);
  expect(missing).toEqual([]);
});

withSeed('the printed form of the targets holds every cell of the published one', () => {
  const cells = lines.filter(({ line }) => line > tableStart).map(({ text }) => text).filter((text) => text !== '');
  const start = cells.findIndex((text) => text === '产出指标');
  let next = start;
  const groups = new Set(['产出指标', '数量指标', '质量指标', '时效指标', '效益指标', '社会效益', '指标', '可持续发展指标', '可持续影响指标', '满意度指标', '服务对象满意度指标', '成本指标', '经济成本指标']);
  const written = (text: string): string => text.replaceAll('≧', '≥');
  const skipped: string[] = [];
  for (const row of sampleData('quxian-2023').lists['indicators'] ?? []) {
    const texts = ['level3', 'nature', 'target', 'unit', 'weight', 'actual'].flatMap((column) => (row[column] === undefined ? [] : [String(row[column])]));
    while (next < cells.length && cells[next] !== texts[0]) skipped.push((cells[next++] ?? '').replaceAll(/\[.*\]/g, ''));
    expect(cells.slice(next, next + texts.length).map(written)).toEqual(texts);
    next += texts.length;
  }
  expect(cells.slice(next)).toEqual([]);
  expect(skipped.filter((text) => text !== '' && !groups.has(text))).toEqual([]);
});

withSeed('our report shares no unbroken run of more than 12 characters with the published one but names and set phrases', () => {
  expect(sharedRuns(seed ?? '', paragraphs.map(({ text }) => text), 'unbroken')).toEqual([]);
});

withSeed('prose of the sample shares no such run even where marks and digits are passed over', () => {
  const data = sampleData('quxian-2023');
  const prose = [
    ...Object.entries(data.fields).filter(([id]) => /text$|goal|Content$|disclosed$/i.test(id)).map(([, text]) => String(text)),
    ...['duties', 'texts'].flatMap((list) => (data.lists[list] ?? []).flatMap((row) => ['title', 'subtitle', 'text', 'body'].map((column) => String(row[column] ?? '')))),
  ];
  expect(prose.join('').length).toBeGreaterThan(1000);
  expect(sharedRuns(seed ?? '', prose, 'overMarks')).toEqual([]);
});

test('the table of the published report is about the report of today', () => {
  expect(seedFigures.flatMap(({ line, paragraphs: ids, figures }) => figures.filter(([, ours]) => !ids.some((id) => textOf(id).includes(ours))).map(([, ours]) => `${line} ${ours}`))).toEqual([]);
});

function withoutNumber(text: string): string {
  return text.replace(ENUMERATION, '');
}

function sentencesOf(text: string): readonly string[] {
  return text.split(/(?<=[。；])/);
}
