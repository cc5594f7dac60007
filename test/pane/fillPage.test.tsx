import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import type { LiveReading } from '../../src/pane/assistant';
import { fail, ok } from '../../src/values/result';
import { BLANK, numberCell } from '../../src/values/cell';
import { liveReading, playedAssistant } from './playedAssistant';
import { showPane } from './showPane';
import { tinyEvaluation } from './tinyForm';

afterEach(cleanup);
const show = async (more: Partial<LiveReading> = {}): ReturnType<typeof showPane> => showPane(playedAssistant({}, liveReading(more)), 'fill');
const button = (name: string | RegExp): HTMLElement => screen.getByRole('button', { name });

test('shows score, grade and the time of the reading', async () => {
  await show();
  const panel = screen.getByRole('region', { name: '整体绩效目标得分' });
  expect(panel.textContent).toContain('96.50');
  expect(panel.textContent).toContain('/ 100分');
  expect(within(panel).getByText('等级 优')).toBeTruthy();
  expect(screen.getByText('读取于 14:05:09')).toBeTruthy();
});

test('before an indicator is filled there is no score, and no figure stands in for it', async () => {
  const evaluation = tinyEvaluation();
  const { evaluate } = jest.requireActual<typeof import('../../src/evaluation/evaluate')>('../../src/evaluation/evaluate');
  await show({ evaluation: evaluate(evaluation.form, { fields: evaluation.entries.fields, lists: new Map() }) });
  const panel = screen.getByRole('region', { name: '整体绩效目标得分' });
  expect(panel.textContent).toContain('填写指标后显示得分');
  expect(panel.textContent).not.toMatch(/\d/);
});

test('a score that cannot be relied on says why, in words', async () => {
  await show({ evaluation: tinyEvaluation({ 'assessment.pendingScore': numberCell('12.5'), 'assessment.unscored': numberCell('3') }) });
  expect(screen.getByText('其中12.5分待核实')).toBeTruthy();
  expect(screen.getByText('未计分3行，得分不完整')).toBeTruthy();
  expect(screen.getByText('暂定 优')).toBeTruthy();
});

test('rates are shown as the workbook shows them, and a missing operand is no number', async () => {
  await show({ evaluation: tinyEvaluation({ 'progress.december.executed': BLANK }) });
  expect(button(/1–6月执行率/).textContent).toContain('95.01%');
  expect(button(/1–12月执行率/).textContent).toContain('—');
  expect(button(/1–12月执行率/).textContent).not.toContain('%');
});

test('weights and points stand by level-1 group', async () => {
  await show();
  const section = screen.getByRole('region', { name: '指标得分' });
  expect(section.textContent).toContain('产出指标78 / 80');
  expect(section.textContent).toContain('满意度指标18.5 / 20');
  expect(section.textContent).toContain('权重合计100');
});

test('a weight total that is wrong says what it should be', async () => {
  const evaluation = tinyEvaluation();
  const row = evaluation.entries.lists.get('indicators')![0]!;
  const { evaluate } = jest.requireActual<typeof import('../../src/evaluation/evaluate')>('../../src/evaluation/evaluate');
  const lists = new Map([['indicators', [{ ...row, cells: new Map([...row.cells, ['weight', numberCell('49')]]) }]]]);
  await show({ evaluation: evaluate(evaluation.form, { fields: evaluation.entries.fields, lists }) });
  expect(screen.getByText('49（应为100）')).toBeTruthy();
});

test('what is still empty is counted per sheet and leads to the first empty cell', async () => {
  const assistant = playedAssistant({}, liveReading({ empties: [
    { sheet: '收入', count: 4, first: { sheet: '收入', address: 'C6' } },
    { sheet: '支出', count: 2, first: { sheet: '支出', address: 'D9' } },
  ] }));
  await showPane(assistant, 'fill');
  expect(screen.getByText('2张表，共6格')).toBeTruthy();
  await act(async () => fireEvent.click(button(/收入\s*4格/)));
  expect(assistant.selected).toEqual([{ sheet: '收入', address: 'C6' }]);
});

test('a long list of empty sheets is shown on request', async () => {
  await show({ empties: Array.from({ length: 9 }, (_, index) => ({ sheet: `表${index}`, count: 1, first: { sheet: `表${index}`, address: 'A1' } })) });
  expect(screen.queryByText('表8')).toBeNull();
  fireEvent.click(button('显示全部9项'));
  expect(screen.getByText('表8')).toBeTruthy();
});

test('nothing empty is said, too', async () => {
  await show();
  expect(screen.getByText('应填的格子都填了。')).toBeTruthy();
});

test('a cell that differs from the engine is named with both figures', async () => {
  const assistant = playedAssistant({}, liveReading({ differences: [{
    ref: { field: 'progress.june.rate' }, place: { sheet: '执行进度', address: 'D5' }, label: '1–6月·执行率', shown: numberCell('1'), computed: numberCell('0.9501'),
  }] }));
  await showPane(assistant, 'fill');
  expect(screen.getByText('1处表内结果与助手计算不一致')).toBeTruthy();
  expect(screen.getByText('表内100.00%，助手计算95.01%')).toBeTruthy();
  await act(async () => fireEvent.click(button('转到【执行进度】D5')));
  expect(assistant.selected).toEqual([{ sheet: '执行进度', address: 'D5' }]);
});

test('manual calculation is announced', async () => {
  await show({ calculation: 'manual' });
  expect(screen.getByText('工作簿为手动计算')).toBeTruthy();
});

test('重新读取 reads again', async () => {
  const readAgain = jest.fn(async () => undefined);
  await showPane(playedAssistant({ follow: async (onReading) => {
    onReading(ok(liveReading()));
    return ok({ readAgain, stop: async () => undefined });
  } }), 'fill');
  fireEvent.click(button('重新读取'));
  expect(readAgain).toHaveBeenCalledTimes(1);
});

test('a reading that fails keeps the last figures with their time, and says so', async () => {
  let tell: Parameters<ReturnType<typeof playedAssistant>['follow']>[0] = () => undefined;
  await showPane(playedAssistant({ follow: async (onReading) => {
    tell = onReading;
    onReading(ok(liveReading()));
    return ok({ readAgain: async () => undefined, stop: async () => undefined });
  } }), 'fill');
  act(() => tell(fail({ code: 'X-Busy', text: '这次没有读到工作簿。', remedy: '稍后会再读。' })));
  act(() => tell(fail({ code: 'X-Busy', text: '这次没有读到工作簿。', remedy: '稍后会再读。' })));
  expect(screen.getAllByRole('alert')).toHaveLength(1);
  expect(screen.getByText('读取于 14:05:09')).toBeTruthy();
});

describe('计分依据', () => {
  test('shows the steps, the operands with their cells, and the source of the rule', async () => {
    const assistant = playedAssistant({}, liveReading());
    await showPane(assistant, 'fill');
    fireEvent.click(button(/1–6月执行率/));
    const basis = screen.getByRole('article', { name: '计分依据' });
    expect(within(basis).getByText('216.04÷227.39＝95.01%')).toBeTruthy();
    expect(within(basis).getByText('216.04')).toBeTruthy();
    expect(within(basis).getByText(/依据：.*53号/)).toBeTruthy();
    expect(document.activeElement?.textContent).toContain('执行率');
    await act(async () => fireEvent.click(within(basis).getAllByRole('button', { name: '转到【执行进度】C5' })[0]!));
    expect(assistant.selected).toEqual([{ sheet: '执行进度', address: 'C5' }]);
    fireEvent.click(button('返回填报'));
    expect(screen.getByRole('region', { name: '整体绩效目标得分' })).toBeTruthy();
  });

  test('an indicator is named by itself and shows its score', async () => {
    await show();
    fireEvent.click(screen.getByText('信息化建设率'));
    expect(screen.getByRole('heading', { name: '信息化建设率' })).toBeTruthy();
    expect(screen.getByRole('article').textContent).toContain('30');
  });
});

test('without our sheets the page leads to 开始', async () => {
  await showPane(playedAssistant({ open: async () => ok({ kind: 'empty' }) }), 'fill');
  fireEvent.click(button('去生成套表'));
  expect(screen.getByRole('tab', { name: '开始' }).getAttribute('aria-selected')).toBe('true');
});
