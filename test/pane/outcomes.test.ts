import type { CheckReport } from '../../src/actions/check';
import type { ReportWritten } from '../../src/actions/writeReport';
import { checkOutcome, reportOutcome } from '../../src/pane/outcomes';
import type { CellRef } from '../../src/evaluation/evaluate';
import { liveReading } from './playedAssistant';
import { tinyEvaluation } from './tinyForm';

const reading = { ...liveReading().reading, locate: (ref: CellRef) => ('field' in ref ? { sheet: '收入', address: 'C5' } : { sheet: '绩效评价报告', address: `A${ref.row + 3}` }) };
const finding: CheckReport['findings'][number] = {
  code: 'R15', level: 'warning', refs: [{ field: 'a' }], sheet: '收入', item: '年中调整数', address: 'C16', found: '', expected: '不超过30%', difference: '',
  text: '没有原因。', remedy: '请说明。', message: '【收入】年中调整数（C16）：没有原因。请说明。', source: '通知', key: 'R15|a', reasons: [],
};
const report: CheckReport = {
  findings: [finding, { ...finding, code: 'I09', key: 'I09|b', address: '' }],
  unchecked: [
    { code: 'F01', title: '收入合计', reason: '年初预算数没有填', refs: [] },
    { code: 'F01', title: '收入合计', reason: '决算数没有填', refs: [] },
    { code: 'F01', title: '收入合计', reason: '决算数没有填', refs: [] },
  ],
  repairs: [],
  outcomes: [{ code: 'F02', title: '', outcome: 'pass' }, { code: 'R15', title: '', outcome: 'warn' }, { code: 'F01', title: '', outcome: 'cannotCheck' }],
  counts: { error: 0, warning: 2, hint: 0 }, evaluation: tinyEvaluation(), reading, explanations: new Map([['R15|a', '追加项目资金']]),
  sheet: '校验结果', written: null, notWritten: null,
};

test('findings carry their place, the unit’s 说明 and one line for copying', () => {
  const [first, second] = checkOutcome(report, new Date()).findings;
  expect(first).toMatchObject({ place: { sheet: '收入', address: 'C16' }, explanation: '追加项目资金', line: '【收入】年中调整数（C16）：没有原因。请说明。（R15）' });
  expect(second?.place).toBeNull();
});

test('the other operand’s cell is one click further, each place once, and reasons come along', () => {
  const refs: readonly CellRef[] = [{ field: 'a' }, { field: 'b' }, { list: 'report', row: 1, column: 'text' }, { list: 'report', row: 1, column: 'text' }, { field: 'c' }];
  const [first] = checkOutcome({ ...report, findings: [{ ...finding, refs, reasons: ['上级专款', '调剂'] }] }, new Date()).findings;
  expect(first?.others).toEqual([{ sheet: '收入', address: 'C5' }, { sheet: '绩效评价报告', address: 'A4' }]);
  expect(first?.reasons).toEqual(['上级专款', '调剂']);
});

test('only what passed counts as passed; a check that could not be made stands once, with each reason once', () => {
  const outcome = checkOutcome(report, new Date());
  expect(outcome.passed).toBe(1);
  expect(outcome.notChecked).toEqual([{ code: 'F01', title: '收入合计', reason: '年初预算数没有填；决算数没有填' }]);
});

test('writing that was cancelled or refused is told', () => {
  const cancelled = { ...report, written: { step: { id: '1', title: '', at: '', state: 'open' as const, undo: [] }, different: [], cancelled: true } };
  expect(checkOutcome(cancelled, new Date()).notWritten?.text).toContain('已取消');
  const refused = { code: 'W03', text: '有密码。', remedy: '' };
  expect(checkOutcome({ ...report, notWritten: refused }, new Date()).notWritten).toBe(refused);
  expect(checkOutcome(report, new Date()).notWritten).toBeNull();
});

test('a report tells written and kept paragraphs and leads each gap to the missing cell', () => {
  const written: ReportWritten = {
    paragraphs: Array.from({ length: 5 }, (_, index) => ({ id: `p${index}`, level: 'text' as const, text: '', sources: [], gaps: [] })),
    kept: [{ id: 'p1', text: '县大数据中心是县人民政府直属的正科级公益一类事业单位，内设四个股室。', ref: { list: 'report', row: 1, column: 'text' } }],
    own: 0, gaps: [{ kind: '待填', label: '年初预算', ref: { field: 'income.total.initial' } }], sheet: '绩效评价报告', written: null, reading,
  };
  expect(reportOutcome(written)).toEqual({
    written: 4, sheet: '绩效评价报告', cancelled: false,
    kept: [{ title: '县大数据中心是县人民政府直属的正科级公益一类事业…', place: { sheet: '绩效评价报告', address: 'A4' } }],
    pending: [{ kind: '待填', label: '年初预算', place: { sheet: '收入', address: 'C5' } }],
  });
});
