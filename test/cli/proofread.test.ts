import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { textCell } from '../../src/values/cell';
import { sampleEntries } from '../cases/samplePack';
import { builtFile, bundledPack } from '../files/builtFile';
import { paragraph, wordFile } from '../files/wordFile';
import { PlayedFolder } from './playedTerminal';

const folder = new PlayedFolder();
afterAll(() => folder.remove());

interface Proofread {
  readonly findings: readonly {
    readonly code: string; readonly level: string; readonly quotes: readonly string[]; readonly offsets: readonly (readonly [number, number])[];
    readonly stated: string; readonly computed: string; readonly message: string;
  }[];
  readonly notChecked: readonly { readonly code: string; readonly reason: string }[];
}

const CLEAN = '一、基本情况\r\n2022年决算支出310万元，其中：基本支出200万元，项目支出110万元。\r\n二、绩效\r\n按期完成。\r\n';
const FAULTY = '一、基本情况\r\n2022年决算支出310万元，其中：基本支出200万元，项目支出100万元。\r\n三、绩效\r\n按期完成培训XX人次。\r\n';

test('--json quotes the text exactly and says where, and an error gives exit code 1', async () => {
  folder.write('报告.txt', FAULTY);
  const { code, out, err } = await folder.run('proofread', '报告.txt', '--json');
  expect([code, err]).toEqual([1, '']);
  const { findings, notChecked } = JSON.parse(out) as Proofread;
  expect(Array.isArray(notChecked)).toBe(true);
  for (const { quotes, offsets, message } of findings) {
    expect(quotes.length).toBe(offsets.length);
    quotes.forEach((quote, i) => expect(FAULTY.slice(offsets[i]?.[0], offsets[i]?.[1])).toBe(quote));
    expect(message).toContain('请');
  }
  expect(findings.map(({ level }) => level)).toEqual(expect.arrayContaining(['error', 'hint']));
  expect(findings.find((finding) => finding.code === 'N09')).toMatchObject({ level: 'error', quotes: ['XX人'] });
  expect(findings.find((finding) => finding.code === 'N08')).toMatchObject({ level: 'hint', quotes: ['一、', '三、'] });
  expect(findings.some((finding) => finding.quotes.some((quote) => quote.includes('310')))).toBe(true);
});

test('without --json: counts, then findings by level with their lines', async () => {
  folder.write('报告.txt', FAULTY);
  const { code, out } = await folder.run('proofread', '报告.txt');
  expect(code).toBe(1);
  expect(out).toMatch(/^错误 \d+ 条，核实 \d+ 条，提示 \d+ 条；未能校对 \d+ 项。\n/);
  expect(out).toMatch(/\n错误（须改正）\n1\. 第\d行：/);
  expect(out).toContain('第4行：残留占位符“XX人”');
  expect(out).toMatch(/提示\n1\. 第1、3行：编号不连续/);
});

test('a report without faults: exit code 0', async () => {
  folder.write('报告.txt', CLEAN);
  expect(await folder.run('proofread', '报告.txt', '--json')).toMatchObject({ code: 0, err: '' });
});

test.each([
  ['UTF-16', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('支出XX万元。', 'utf16le')])],
  ['GB18030', Buffer.from([0xd6, 0xa7, 0xb3, 0xf6, 0x58, 0x58, 0xcd, 0xf2, 0xd4, 0xaa, 0xa1, 0xa3])],
])('a text file in %s', async (_, bytes) => {
  folder.write('报告.txt', bytes);
  const { findings } = JSON.parse((await folder.run('proofread', '报告.txt', '--json')).out) as Proofread;
  expect(findings).toMatchObject([{ code: 'N09', quotes: ['XX万元'], offsets: [[2, 6]] }]);
});

test('a Word file', async () => {
  folder.write('报告.docx', wordFile(paragraph('一、概况') + paragraph('支出', 'XX', '万元。')));
  const { code, out } = await folder.run('proofread', '报告.docx', '--json');
  expect([code, (JSON.parse(out) as Proofread).findings.map(({ quotes }) => quotes)]).toEqual([1, [['XX万元']]]);
});

test('a workbook: its report is proofread; a workbook is also what a text is compared with', async () => {
  const pack = bundledPack();
  const entries = sampleEntries(pack.form);
  const lines = ['2023年决算支出总计227.39万元。', '培训XX人次。'];
  const { bytes } = await builtFile(pack, { ...entries, lists: new Map([...entries.lists, ['report', lines.map((line, i) => ({ key: `p${i}`, cells: new Map([['text', textCell(line)]]) }))]]) });
  writeFileSync(join(folder.path, '套表.xlsx'), bytes);
  const own = await folder.run('proofread', '套表.xlsx', '--json');
  expect([own.code, (JSON.parse(own.out) as Proofread).findings.map(({ quotes }) => quotes)]).toEqual([1, [['XX人']]]);
  folder.write('正文.txt', '2023年决算支出总计337.39万元。');
  const against = await folder.run('proofread', '正文.txt', '--against', '套表.xlsx', '--json');
  const { findings } = JSON.parse(against.out) as Proofread;
  expect(findings.map(({ quotes }) => quotes.join())).toEqual([expect.stringContaining('337.39万元')]);
  expect(findings[0]?.message).toContain('227.39');
});

test('what cannot be read is refused by name with what to do, exit code 2', async () => {
  folder.write('坏.docx', 'PK\u0003\u0004 half');
  const { code, out, err } = await folder.run('proofread', '坏.docx', '--json');
  expect(code).toBe(2);
  expect(err).toContain('文件“坏.docx”');
  expect(JSON.parse(out)).toMatchObject({ error: { code: 'Z02', remedy: expect.stringContaining('请') } });
  expect(await folder.run('proofread', '没有.txt')).toMatchObject({ code: 2, err: expect.stringContaining('找不到文件') });
  expect(await folder.run('proofread', '坏.docx', '--against', '没有.xlsx')).toMatchObject({ code: 2 });
});

test('characters that steer a terminal never reach it', async () => {
  folder.write('报告.txt', '残留提示\u001b[31m（\u202e200字以内）支出XX万元。');
  const { out } = await folder.run('proofread', '报告.txt');
  expect(['\u001b', '\u202e'].filter((mark) => out.includes(mark))).toEqual([]);
});

test('text without figures and blank text: no finding, no fault', async () => {
  folder.write('空.txt', '\n \n');
  folder.write('无数.txt', '本单位按期完成各项工作。');
  for (const name of ['空.txt', '无数.txt']) expect(await folder.run('proofread', name, '--json')).toMatchObject({ code: 0, err: '' });
});
