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

test('按类 groups by what the checks are about, in the order of the catalogue, and a level shows its part of each', async () => {
  await checked(mixed);
  fireEvent.click(button('按类'));
  expect(button('按类').getAttribute('aria-pressed')).toBe('true');
  expect(screen.getAllByRole('region').map((region) => region.querySelector('h2')?.textContent)).toEqual(['收支勾稽', '比率与增减', '指标与得分']);
  expect(within(screen.getByRole('region', { name: '比率与增减' })).getByText('年中调整没有原因。')).toBeTruthy();
  fireEvent.click(button(/提示\s*1/));
  expect(screen.getAllByRole('region').map((region) => region.textContent?.slice(0, 7))).toEqual(['指标与得分1条']);
  expect(screen.getByRole('status').textContent).toBe('显示1条。');
});

test('one sheet or one kind is shown alone; every count is what a press would show', async () => {
  await checked(mixed);
  const choice = screen.getByRole<HTMLSelectElement>('combobox', { name: '只看一张表' });
  expect([...choice.options].map(({ text }) => text)).toEqual(['全部表（3条）', '执行进度（2条）', '收入（1条）']);
  fireEvent.change(choice, { target: { value: '收入' } });
  expect(screen.queryByRole('region', { name: '执行进度' })).toBeNull();
  expect(within(screen.getByRole('group', { name: '按级别筛选' })).getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['错误0', '核实1', '提示0']);
  fireEvent.click(button(/错误\s*0/));
  expect([...choice.options].map(({ text }) => text)).toEqual(['全部表（1条）', '执行进度（1条）', '收入（0条）']);
  expect(screen.getByText('没有符合筛选的问题。')).toBeTruthy();
  fireEvent.click(button('显示全部'));
  expect(screen.getAllByRole('region').map((region) => region.querySelector('h2')?.textContent)).toEqual(['执行进度', '收入']);
});

test('the view stays from page to page and from check to check; a group that is gone hides nothing', async () => {
  let outcome = mixed;
  await showPane(playedAssistant({ check: async () => ok(outcome) }), 'check');
  await act(async () => fireEvent.click(button('一键校验')));
  fireEvent.click(button('按类'));
  fireEvent.change(screen.getByRole('combobox', { name: '只看一类' }), { target: { value: '比率与增减' } });
  fireEvent.click(screen.getByRole('tab', { name: '填报' }));
  fireEvent.click(screen.getByRole('tab', { name: '校验' }));
  expect(screen.getAllByRole('region').map((region) => region.querySelector('h2')?.textContent)).toEqual(['比率与增减']);
  outcome = { ...mixed, findings: mixed.findings.filter(({ code }) => code !== 'R15') };
  await act(async () => fireEvent.click(button('一键校验')));
  expect(screen.getAllByRole('region').map((region) => region.querySelector('h2')?.textContent)).toEqual(['收支勾稽', '指标与得分']);
  expect(screen.getByRole<HTMLSelectElement>('combobox', { name: '只看一类' }).value).toBe('');
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

test('what is certain is shown first, put right one by one or all together, and checked again', async () => {
  const repairs: CheckOutcome['repairs'] = [
    { key: 'r1', kind: 'value', sheet: '执行进度', address: 'C5', item: '1至6月·累计执行数', from: '２１６．０４', to: '216.04', why: '全角字符' },
    { key: 'r2', kind: 'value', sheet: '整体绩效自评表', address: 'G30', item: '度量单位', from: '', to: '%', why: '指标值或完成值是百分数' },
    { key: 'r3', kind: 'formula', sheet: '收入', address: 'D9', item: '调整后预算数', from: '227.39', to: '=SUM(B9:C9)', why: '公式与模板不一致' },
  ];
  const asked: (readonly string[])[] = [];
  let checks = 0;
  const assistant = playedAssistant({
    check: async () => {
      checks += 1;
      return ok({ ...mixed, repairs: checks === 1 ? repairs : [] });
    },
    repair: async (keys) => {
      asked.push(keys);
      return ok({ count: keys.length, gone: 0, different: [], cancelled: false });
    },
  });
  await showPane(assistant, 'check');
  await act(async () => fireEvent.click(button('一键校验')));
  const values = await screen.findByRole('region', { name: '可以直接改正' });
  expect(within(values).getAllByRole('listitem').map((entry) => entry.textContent)).toEqual([
    expect.stringContaining('２１６．０４ → 216.04'), expect.stringContaining('空白 → %'),
  ]);
  expect(screen.getByRole('region', { name: '可以恢复的模板内容' }).textContent).toContain('227.39 → =SUM(B9:C9)');
  await act(async () => fireEvent.click(within(values).getByRole('button', { name: '全部改正' })));
  expect(asked).toEqual([['r1', 'r2']]);
  expect(checks).toBe(2);
  expect(screen.queryByRole('region', { name: '可以直接改正' })).toBeNull();
  expect(screen.getByText('已改正2处。可在“开始”页还原。')).toBeTruthy();
});

test('a 核实 gets its 说明, picked or written, and the same for others of its kind', async () => {
  const asked: unknown[] = [];
  const alike = (key: string): CheckOutcome['findings'][number] => finding({ code: 'R15', key, level: 'warning', reasons: ['政策性增资', '上级专款'], text: '年中调整没有原因。' });
  const assistant = playedAssistant({
    check: async () => ok({ ...checkedClean, findings: [alike('a'), alike('b'), finding({ code: 'F10', key: 'c' })] }),
    explain: async (keys, text) => {
      asked.push([keys, text]);
      return ok(undefined);
    },
  });
  await showPane(assistant, 'check');
  await act(async () => fireEvent.click(button('一键校验')));
  expect(screen.getByText('还有2条核实没有写说明。')).toBeTruthy();
  const [first] = screen.getAllByRole('button', { name: '写说明' });
  await act(async () => fireEvent.click(first!));
  await act(async () => fireEvent.click(await screen.findByRole('button', { name: '上级专款' })));
  await act(async () => fireEvent.click(screen.getByRole('checkbox', { name: '同样用于另外1条同类核实' })));
  await act(async () => fireEvent.click(button('保存说明')));
  expect(asked).toEqual([[['a', 'b'], '上级专款']]);
  expect(screen.getAllByText('单位说明：上级专款')).toHaveLength(2);
  expect(screen.queryByText(/条核实没有写说明/)).toBeNull();
  expect(screen.getAllByRole('button', { name: '改说明' })).toHaveLength(2);
});

test('the other cells concerned are one press away', async () => {
  const assistant = await checked({ ...checkedClean, findings: [finding({ others: [{ sheet: '收入', address: 'B9' }] })] });
  await act(async () => fireEvent.click(button('转到【收入】B9')));
  expect(assistant.selected).toEqual([{ sheet: '收入', address: 'B9' }]);
});
