import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import type { CheckOutcome } from '../../src/pane/assistant';
import { numberCell } from '../../src/values/cell';
import { ok } from '../../src/values/result';
import { checkedClean, finding, liveReading, playedAssistant } from './playedAssistant';
import { showPane } from './showPane';
import { tinyEvaluation } from './tinyForm';

afterEach(cleanup);
const button = (name: string | RegExp): HTMLElement => screen.getByRole('button', { name });

const mixed: CheckOutcome = {
  ...checkedClean,
  findings: [
    finding({ code: 'F10', key: 'a', text: '执行率算错了。' }),
    finding({ code: 'R15', key: 'b', level: 'warning', sheet: '收入', place: { sheet: '收入', address: 'D20' }, text: '年中调整没有原因。', found: '', expected: '', difference: '' }),
    finding({ code: 'I11', key: 'c', level: 'hint', text: '完成值与目标值全部相同。', found: '', expected: '', difference: '', explanation: '按验收数填列' }),
  ],
  notChecked: [{ code: 'F02', title: '支出合计与功能分类', reason: '支出（功能）没有填' }],
};

async function checked(outcome: CheckOutcome): Promise<ReturnType<typeof playedAssistant>> {
  const assistant = playedAssistant({ check: async () => ok(outcome) });
  await showPane(assistant, 'check');
  await act(async () => fireEvent.click(button('一键校验')));
  return assistant;
}

test('before the first check it says what will be checked', async () => {
  await showPane(playedAssistant(), 'check');
  expect(screen.getByText(/检查勾稽关系/)).toBeTruthy();
});

test('findings stand under their sheet, with figures, remedy, place and code', async () => {
  const assistant = await checked(mixed);
  const sheet = screen.getByRole('region', { name: '执行进度' });
  const first = within(sheet).getAllByRole('listitem')[0]!;
  expect(first.textContent).toContain('错误（须改正）');
  expect(first.textContent).toContain('填报95%');
  expect(first.textContent).toContain('应为95.01%');
  expect(first.textContent).toContain('请核对更正，或说明口径。');
  expect(first.textContent).toContain('F10');
  await act(async () => fireEvent.click(within(first).getByRole('button', { name: '转到【执行进度】D6' })));
  expect(assistant.selected).toEqual([{ sheet: '执行进度', address: 'D6' }]);
  expect(screen.getByRole('region', { name: '收入' })).toBeTruthy();
  expect(within(sheet).getByText('单位说明：按验收数填列')).toBeTruthy();
});

test('figures that the sentence already says are not said twice', async () => {
  await checked({ ...mixed, findings: [finding({ text: '填报44.65%，计算为44.66%。', found: '44.65%', expected: '44.66%', difference: '' })] });
  expect(screen.queryByText('应为')).toBeNull();
});

test('the focus goes to the result, and it is read out', async () => {
  await checked(mixed);
  expect(document.activeElement?.textContent).toBe('发现3条');
  expect(screen.getByRole('status').textContent).toBe('校验完成：错误1条，核实1条，提示1条，未能校验1条。');
});

test('counts filter by level, and a second press shows all again', async () => {
  await checked(mixed);
  const warnings = button(/核实\s*1/);
  fireEvent.click(warnings);
  expect(warnings.getAttribute('aria-pressed')).toBe('true');
  expect(screen.queryByText('执行率算错了。')).toBeNull();
  expect(screen.getByText('年中调整没有原因。')).toBeTruthy();
  fireEvent.click(warnings);
  expect(screen.getByText('执行率算错了。')).toBeTruthy();
});

test('a result sheet that could not be written is told beside the findings', async () => {
  await checked({ ...mixed, notWritten: { code: 'W03', text: '“校验结果”有密码保护。', remedy: '请先撤销保护。' } });
  expect(screen.getByRole('alert').textContent).toContain('“校验结果”有密码保护。');
  expect(screen.getByRole('heading', { name: '发现3条' })).toBeTruthy();
  expect(screen.getByText(/没有写入“校验结果”表/)).toBeTruthy();
});

test('全部通过 when so', async () => {
  await checked(checkedClean);
  expect(screen.getByRole('heading', { name: '全部通过' })).toBeTruthy();
  expect(screen.getByText('18项校验全部通过。')).toBeTruthy();
});

test('what could not be checked is no pass, is told with its reason, and is folded', async () => {
  await checked({ ...mixed, findings: [] });
  expect(screen.queryByText('全部通过')).toBeNull();
  expect(screen.getByText(/另有1项未能校验，补齐数据后请再校验/)).toBeTruthy();
  expect(screen.getByText('支出合计与功能分类：支出（功能）没有填（F02）').closest('details')?.open).toBe(false);
});

test('the result sheet is one press away', async () => {
  const assistant = await checked(mixed);
  await act(async () => fireEvent.click(button('打开“校验结果”表')));
  expect(assistant.selected).toEqual([{ sheet: '校验结果' }]);
});

test('a change after the check marks the findings as possibly old; reading the same again does not', async () => {
  let tell: Parameters<ReturnType<typeof playedAssistant>['follow']>[0] = () => undefined;
  await showPane(playedAssistant({
    check: async () => ok(mixed),
    follow: async (onReading) => {
      tell = onReading;
      onReading(ok(liveReading()));
      return ok({ readAgain: async () => undefined, stop: async () => undefined });
    },
  }), 'check');
  await act(async () => fireEvent.click(button('一键校验')));
  act(() => tell(ok(liveReading())));
  expect(screen.queryByText(/可能已过时/)).toBeNull();
  act(() => tell(ok(liveReading({ evaluation: tinyEvaluation({ 'progress.june.executed': numberCell('217') }) }))));
  expect(screen.getByText(/可能已过时/)).toBeTruthy();
});
