import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Evaluation } from '../../src/evaluation/evaluate';
import { renderReport } from '../../src/report/renderReport';
import { cellText } from '../../src/values/cell';
import { sampleEvaluation } from '../cases/samplePack';
import { figuresIn } from '../report/figuresIn';
import type { SeedLine } from '../report/seedFigures';
import { sharedRuns } from './sharedRuns';

const root = resolve(__dirname, '../..');

export interface Published {
  readonly pack: string;
  /** File of the published text beside the repository. */
  readonly file: string;
  /** Our table of its lines. */
  readonly table: readonly SeedLine[];
  /** The table has every line, not only those with figures. */
  readonly everyLine: boolean;
  /** Numbers of headings and enumerations at the beginning of a line are no figures. */
  readonly enumeration: RegExp;
  /** Text of the first line that belongs to a form and no longer to the report. */
  readonly formBegins?: string;
  /** Words of the sample that are prose. */
  readonly prose: (evaluation: Evaluation) => readonly string[];
}

export interface Line {
  readonly line: number;
  readonly text: string;
}

/** Tests that the table holds the published report whole, and that our words are our own. Without the text they are skipped with a note. */
export function provePublished({ pack, file, table, everyLine, enumeration, formBegins, prose }: Published): { readonly withSeed: jest.It; readonly lines: readonly Line[] } {
  const seedFile = join(root, '../shared/seeds', file);
  const seed = existsSync(seedFile) ? readFileSync(seedFile, 'utf8').replaceAll(/\[bookmark:[^\]]*\]/g, '') : null;
  if (seed === null) console.log(`未运行：没有公开报告原文 ${seedFile}，只核对随仓库的数字对照表（test/report/seedFigures.test.ts）。`);
  const withSeed = seed === null ? test.skip : test;
  const lines = (seed ?? '').split('\n').map((text, index) => ({ line: index + 1, text: text.trim() }));
  const end = lines.find(({ text }) => text === formBegins)?.line ?? lines.length + 1;
  const evaluation = sampleEvaluation(pack);
  const rendered = renderReport(evaluation.form, evaluation);
  const paragraphs = rendered.ok ? rendered.value : [];
  const textOf = (id: string): string => (id.startsWith('field:') ? cellText(evaluation.value(id.slice('field:'.length))) : paragraphs.find((paragraph) => paragraph.id === id)?.text ?? '');
  const withoutNumber = (text: string): string => text.replace(enumeration, '');

  withSeed(`${pack}: every line and figure of the published report stands in the table, and the table holds nothing else`, () => {
    const found = lines.filter(({ line, text }) => line < end && text !== '').map(({ line, text }) => ({ line, figures: figuresIn(withoutNumber(text)).map((figure) => figure.text) }));
    expect(table.map(({ line, figures }) => ({ line, figures: figures.map(([theirs]) => theirs) }))).toEqual(everyLine ? found : found.filter(({ figures }) => figures.length > 0));
  });

  withSeed(`${pack}: every sentence with figures beside ours: same or corrected, none missing`, () => {
    const rows = table.flatMap(({ line, paragraphs: ids, figures }) => figures.map(([theirs, words, why], index) => {
      const sentence = sentencesOf(withoutNumber(lines[line - 1]?.text ?? '')).flatMap((one) => figuresIn(one).map(() => one))[index] ?? '';
      const ours = ids.map(textOf).filter((text) => text.includes(words)).map((text) => sentencesOf(text).find((one) => one.includes(words)) ?? text);
      return { line, theirs, sentence, words, ours: ours[0], why };
    }));
    const missing = rows.filter(({ ours }) => ours === undefined);
    const corrected = rows.filter(({ why }) => why !== undefined);
    const summary = `${pack} 公开报告 ${new Set(rows.map(({ line }) => line)).size} 行、${rows.length} 个数字：相同 ${rows.length - corrected.length - missing.length}，更正 ${corrected.length}，缺 ${missing.length}`;
    mkdirSync(join(root, '.cache'), { recursive: true });
    writeFileSync(join(root, `.cache/seedReport-${pack}.md`), [
      '# 公开报告与本产品报告的数字对照', '', summary, '', '| 行 | 原文数字 | 原文所在句 | 本产品所在句 | 对应文字 | 结论 |', '|---|---|---|---|---|---|',
      ...rows.map((row) => `| ${row.line} | ${row.theirs} | ${row.sentence} | ${row.ours ?? ''} | ${row.words} | ${row.ours === undefined ? '缺' : row.why === undefined ? '相同' : `更正：${row.why}`} |`), '',
    ].join('\n'));
    console.log(`${summary}。对照表：.cache/seedReport-${pack}.md`);
    expect(missing).toEqual([]);
  });

  withSeed(`${pack}: our report shares no unbroken run of more than 12 characters with the published one but names and set phrases`, () => {
    expect(sharedRuns(seed ?? '', paragraphs.map(({ text }) => text), 'unbroken')).toEqual([]);
  });

  withSeed(`${pack}: prose of the sample shares no such run even where marks and digits are passed over`, () => {
    const words = prose(evaluation);
    expect(words.join('').length).toBeGreaterThan(1000);
    expect(sharedRuns(seed ?? '', words, 'overMarks')).toEqual([]);
  });

  test(`${pack}: the table of the published report is about the report of today`, () => {
    expect(table.flatMap(({ line, paragraphs: ids, figures }) => figures.filter(([, ours]) => !ids.some((id) => textOf(id).includes(ours))).map(([, ours]) => `${line} ${ours}`))).toEqual([]);
  });

  return { withSeed, lines: lines.filter(({ line }) => line > end) };
}

/** Texts of columns of the sample's lists, one a cell. */
export function columnTexts(evaluation: Evaluation, list: string, columns: readonly string[]): readonly string[] {
  return evaluation.rows(list).flatMap((row) => columns.map((column) => cellText(evaluation.item(list, row, column))));
}

function sentencesOf(text: string): readonly string[] {
  return text.split(/(?<=[。；])/);
}
