import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { fail, ok } from '../../src/values/result';
import type { CheckOutcome } from '../../src/pane/assistant';
import { checkedClean, Gate, oursFilled, playedAssistant } from './playedAssistant';
import { showPane } from './showPane';

afterEach(cleanup);
const button = (name: string | RegExp): HTMLElement => screen.getByRole('button', { name });

test('says what it is, what it works on, and its version', async () => {
  await showPane(playedAssistant());
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('预算绩效自评助手');
  expect(screen.getByText('示例县数据中心 · 2023年度')).toBeTruthy();
  expect(screen.getByText(/^版本 \d+\.\d+\.\d+$/)).toBeTruthy();
});

test('has six pages as tabs, and the page is labelled by its tab', async () => {
  await showPane(playedAssistant());
  expect(screen.getAllByRole('tab').map((tab) => tab.textContent)).toEqual(['开始', '填报', '校验', '报告', '校对', '上报']);
  fireEvent.click(screen.getByRole('tab', { name: '校验' }));
  expect(screen.getByRole('tabpanel', { name: '校验' })).toBeTruthy();
  expect(screen.getByRole('tab', { name: '校验' }).getAttribute('aria-selected')).toBe('true');
});

test('help opens inside the pane and closes again', async () => {
  await showPane(playedAssistant());
  fireEvent.click(button('使用帮助'));
  expect(screen.getByRole('heading', { name: '六步完成自评' })).toBeTruthy();
  fireEvent.click(button('使用帮助'));
  expect(screen.queryByRole('heading', { name: '六步完成自评' })).toBeNull();
});

describe('long work', () => {
  test('shows how far it is, what it waits for, and stops when cancelled', async () => {
    const gate = new Gate<CheckOutcome>();
    await showPane(playedAssistant({ check: gate.work }), 'check');
    fireEvent.click(button('一键校验'));
    const run = gate.runs[0]!;
    act(() => run.progress(2, 8, '正在读取“支出”'));
    expect(screen.getByRole('progressbar', { name: '正在校验…' }).getAttribute('aria-valuenow')).toBe('2');
    expect(screen.getByText('正在读取“支出”')).toBeTruthy();
    act(() => run.waiting('等待退出单元格编辑…'));
    expect(within(screen.getByRole('region', { name: '进行中的工作' })).getByText('等待退出单元格编辑…')).toBeTruthy();
    expect(screen.getByRole('status').textContent).toBe('等待退出单元格编辑…');
    fireEvent.click(button('取消'));
    expect(run.signal.aborted).toBe(true);
    expect((button('正在取消') as HTMLButtonElement).disabled).toBe(true);
    await act(async () => gate.open(fail({ code: 'X-Cancelled', text: '已取消。', remedy: '没有写入任何内容。' })));
    expect(screen.queryByRole('progressbar')).toBeNull();
    expect(screen.getByText('已取消。')).toBeTruthy();
  });

  test('a button pressed twenty times runs once, and works again afterwards', async () => {
    const gate = new Gate<CheckOutcome>();
    await showPane(playedAssistant({ check: gate.work }), 'check');
    for (let press = 0; press < 20; press += 1) fireEvent.click(button('一键校验'));
    expect(gate.runs).toHaveLength(1);
    expect(button('一键校验').getAttribute('aria-disabled')).toBe('true');
    await act(async () => gate.open(ok(checkedClean)));
    fireEvent.click(button('一键校验'));
    expect(gate.runs).toHaveLength(2);
  });

  test('no other work starts meanwhile', async () => {
    const gate = new Gate<CheckOutcome>();
    const writeReport = jest.fn();
    await showPane(playedAssistant({ check: gate.work, writeReport }), 'check');
    fireEvent.click(button('一键校验'));
    fireEvent.click(screen.getByRole('tab', { name: '报告' }));
    fireEvent.click(button('生成自评报告'));
    expect(writeReport).not.toHaveBeenCalled();
  });
});

describe('messages', () => {
  const denied = {
    code: 'X-AccessDenied', text: '工作表有密码保护，没有写入任何内容。', place: { sheet: '支出', address: 'C5' }, remedy: '请先撤销工作表保护，再试一次。',
  };

  test('say what, where and what to do, with a code that can be copied', async () => {
    const writeText = jest.fn(async (_text: string) => undefined);
    Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
    const assistant = playedAssistant({ check: async () => fail(denied) });
    await showPane(assistant, 'check');
    await act(async () => fireEvent.click(button('一键校验')));
    const alert = screen.getByRole('alert');
    expect(alert.textContent).toContain('工作表有密码保护');
    expect(alert.textContent).toContain('请先撤销工作表保护');
    await act(async () => fireEvent.click(within(alert).getByRole('button', { name: '转到【支出】C5' })));
    expect(assistant.selected).toEqual([{ sheet: '支出', address: 'C5' }]);
    await act(async () => fireEvent.click(within(alert).getByRole('button', { name: '复制信息，代码 X-AccessDenied' })));
    expect(writeText).toHaveBeenCalledWith(expect.stringContaining('【支出】（C5）工作表有密码保护'));
    expect(within(alert).getByText('已复制')).toBeTruthy();
  });

  test('without a clipboard the code is marked for Ctrl+C', async () => {
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: async () => Promise.reject(new Error('denied')) }, configurable: true });
    await showPane(playedAssistant({ check: async () => fail(denied) }), 'check');
    await act(async () => fireEvent.click(button('一键校验')));
    await act(async () => fireEvent.click(button('复制信息，代码 X-AccessDenied')));
    expect(screen.getByText('请按 Ctrl+C 复制')).toBeTruthy();
    expect(window.getSelection()?.toString()).toBe('X-AccessDenied');
  });

  test('can be closed, and go when the next work begins', async () => {
    let fails = true;
    await showPane(playedAssistant({ check: async () => (fails ? fail(denied) : ok(checkedClean)) }), 'check');
    await act(async () => fireEvent.click(button('一键校验')));
    fireEvent.click(button('关闭这条信息'));
    expect(screen.queryByRole('alert')).toBeNull();
    await act(async () => fireEvent.click(button('一键校验')));
    fails = false;
    await act(async () => fireEvent.click(button('一键校验')));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  test('a bug is shown as one and goes to the log, without its technical text', async () => {
    const { faults } = await showPane(playedAssistant({ check: async () => Promise.reject(new TypeError('x is undefined')) }), 'check');
    await act(async () => fireEvent.click(button('一键校验')));
    expect(screen.getByRole('alert').textContent).toContain('出现意外错误');
    expect(screen.getByRole('alert').textContent).not.toContain('undefined');
    expect(faults).toContainEqual(expect.any(TypeError));
  });
});

describe('the ribbon buttons', () => {
  test.each([['check', '校验', '全部通过'], ['report', '报告', '报告已生成']] as const)('?do=%s starts its work once', async (wish, tab, heading) => {
    const check = jest.fn(async () => ok(checkedClean));
    await showPane(playedAssistant({ check }), wish, wish);
    await waitFor(() => expect(screen.getByRole('heading', { name: heading })).toBeTruthy());
    expect(screen.getByRole('tab', { name: tab }).getAttribute('aria-selected')).toBe('true');
    expect(check).toHaveBeenCalledTimes(wish === 'check' ? 1 : 0);
  });

  test('?do=check in a workbook that is not ours explains instead of checking', async () => {
    const check = jest.fn();
    await showPane(playedAssistant({ open: async () => ok({ kind: 'foreign' }), check }), 'check', 'check');
    expect(screen.getByText('还没有可校验的套表')).toBeTruthy();
    expect(check).not.toHaveBeenCalled();
  });
});

test('text of the workbook is only text', async () => {
  const { container } = await showPane(playedAssistant({ open: async () => ok({ ...oursFilled, unitName: '<img src=x onerror=alert(1)>' }) }));
  expect(container.querySelector('img')).toBeNull();
  expect(screen.getAllByText(/<img src=x onerror=alert\(1\)>/).length).toBeGreaterThan(0);
});
