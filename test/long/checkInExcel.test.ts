import { checkWorkbook } from '../../src/actions/check';
import { fillSample } from '../../src/actions/fillSample';
import { usePack, type UsablePack } from '../../src/actions/ourWorkbook';
import { restore } from '../../src/actions/restore';
import { writeReport } from '../../src/actions/writeReport';
import { bundledPacks } from '../cases/bundledPacks';
import type { EvaluationData } from '../../src/evaluation/entries';
import { playExcel, QUICK, value, type PlayedExcel } from '../excel/steps';

const bundled = bundledPacks.find(({ id }) => id === 'quxian-2023');
const packText = bundled?.text ?? '';
const now = new Date(2024, 2, 23, 9, 5);
jest.setTimeout(180_000);

describe('the sample laid out in Excel', () => {
  let excel: PlayedExcel;
  let pack: UsablePack;

  const check = async (): Promise<readonly string[]> => {
    const report = value(await checkWorkbook(excel.port, pack.form, pack.plan, excel.run, now));
    expect(report.notWritten).toBeNull();
    expect(report.written?.different).toEqual([]);
    return report.findings.map(({ code, level }) => `${code} ${level}`);
  };
  const place = async (field: string): Promise<{ readonly sheet: string; readonly address: string }> => {
    const report = value(await checkWorkbook(excel.port, pack.form, pack.plan, excel.run, now));
    const at = report.reading.locate({ field });
    if (!at) throw new Error(`no cell ${field}`);
    return at;
  };

  beforeAll(async () => {
    // A whole sample is laid out: a busy machine takes its time.
    excel = await playExcel({ ...QUICK, answerWithin: 150_000 });
    pack = value(usePack(packText));
    value(await fillSample(excel.port, packText, bundled?.sample as EvaluationData, excel.run));
  });

  test('one look and one batch; formulas of the workbook agree with the engine everywhere', async () => {
    const before = excel.host.counters.since(0).syncs;
    expect(await check()).toEqual([
      'R15 warning', 'N04 warning', 'F08 hint', 'I14 hint', 'I11 hint', 'I09 warning', 'I11 hint', 'I12 warning', 'I19 warning',
    ]);
    expect(excel.host.counters.since(0).syncs - before).toBe(2);
  });

  test('校验结果 shows the findings, in text', () => {
    const { book } = excel.host;
    const used = book.used('校验结果', false) ?? 'A1';
    const rows = book.texts('校验结果', used);
    expect(rows.flat()).toEqual(expect.arrayContaining(['错误0条，核实5条，提示4条', '核实', '36.34%', '收入']));
  });

  test('what somebody types is found at the next press, and gone after it is put right', async () => {
    const cell = await place('expenditure.project.general');
    await excel.host.user.type(cell.sheet, cell.address, '96.84');
    expect(await check()).toContain('F03 error');
    await excel.host.user.type(cell.sheet, cell.address, '95.84');
    expect(await check()).not.toContain('F03 error');
  });

  test('the report is written in two syncs, with the figures of the workbook', async () => {
    const before = excel.host.counters.since(0).syncs;
    const report = value(await writeReport(excel.port, pack.form, pack.plan, excel.run));
    expect(excel.host.counters.since(0).syncs - before).toBe(2);
    expect(report.written?.different).toEqual([]);
    const { book } = excel.host;
    const text = book.texts('绩效评价报告', book.used('绩效评价报告', false) ?? 'A1').flat().join('\n');
    for (const figure of ['44.66%', '55.34%', '95.01%', '96.77%', '36.34%', '86.81%']) expect(text).toContain(figure);
    expect(text).not.toContain('【待核');
  });

  test('a sentence somebody changed stays, and the writing can be taken back', async () => {
    const { book, user } = excel.host;
    const first = value(await writeReport(excel.port, pack.form, pack.plan, excel.run));
    const row = first.paragraphs.filter(({ level }) => level !== 0).findIndex(({ id }) => id === 'unit.staff.text');
    const at = first.reading.locate({ list: 'report', row, column: 'text' });
    const beside = first.reading.locate({ list: 'report', row, column: 'proposal' });
    await user.type('绩效评价报告', at?.address ?? '', '本单位编制16人。');
    const second = value(await writeReport(excel.port, pack.form, pack.plan, excel.run));
    expect(second.kept.map(({ text }) => text)).toEqual(['本单位编制16人。']);
    expect(book.value('绩效评价报告', at?.address ?? '')).toBe('本单位编制16人。');
    expect(book.value('绩效评价报告', beside?.address ?? '')).toContain('编制总数16人');
    value(await restore(excel.port, excel.run));
    expect(book.value('绩效评价报告', at?.address ?? '')).toBe('本单位编制16人。');
    expect(book.value('绩效评价报告', beside?.address ?? '')).toBeNull();
  });
});
