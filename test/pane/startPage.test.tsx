import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import type { Assistant, WorkbookState } from '../../src/pane/assistant';
import { fail, ok } from '../../src/values/result';
import { laidOut, oursFilled, playedAssistant } from './playedAssistant';
import { showPane } from './showPane';

afterEach(() => {
  cleanup();
  localStorage.clear();
});
const button = (name: string | RegExp): HTMLElement => screen.getByRole('button', { name });
const opens = (state: WorkbookState): Partial<Assistant> => ({ open: async () => ok(state) });
const type = (label: RegExp, text: string): void => {
  fireEvent.change(screen.getByLabelText(label), { target: { value: text } });
};

describe('an empty workbook', () => {
  test('offers one value, one form and one main action, and says what will be made', async () => {
    await showPane(playedAssistant(opens({ kind: 'empty' })));
    expect(screen.getByText(/边填边算/)).toBeTruthy();
    expect(screen.getByText('将新增2张表')).toBeTruthy();
    expect(screen.getByText('执行进度、整体绩效自评表')).toBeTruthy();
    expect(screen.getByText('已填的单元格不会改动；写入后可以还原。')).toBeTruthy();
  });

  test('生成套表 hands on pack, unit, code and year, and shows what was done', async () => {
    let state: WorkbookState = { kind: 'empty' };
    const layOut = jest.fn<ReturnType<Assistant['layOut']>, Parameters<Assistant['layOut']>>(async () => {
      state = oursFilled;
      return ok(laidOut);
    });
    await showPane(playedAssistant({ open: async () => ok(state), layOut }));
    type(/^单位名称/, ' 示例县数据中心 ');
    type(/^单位编码/, '001');
    await act(async () => fireEvent.click(button('生成套表')));
    expect(layOut.mock.calls[0]?.[0]).toEqual({ packId: 'tiny', unitName: '示例县数据中心', unitCode: '001', year: '2023' });
    expect(screen.getByText('新增2张表')).toBeTruthy();
    expect(screen.getByText('保留已填3格，未改动')).toBeTruthy();
    expect(document.activeElement?.textContent).toContain('已完成');
    expect(screen.getByRole('status').textContent).toBe('已新增2张表，写入2格，保留已填3格。');
  });

  test('without a unit name nothing is written; the field says so and gets the focus', async () => {
    const layOut = jest.fn();
    await showPane(playedAssistant({ ...opens({ kind: 'empty' }), layOut }));
    fireEvent.click(button('生成套表'));
    expect(layOut).not.toHaveBeenCalled();
    expect(screen.getByText('请填写单位全称')).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByLabelText(/^单位名称/));
  });

  test('a year that is none is refused', async () => {
    const layOut = jest.fn();
    await showPane(playedAssistant({ ...opens({ kind: 'empty' }), layOut }));
    type(/^单位名称/, '甲');
    type(/^评价年度/, '二三');
    fireEvent.click(button('生成套表'));
    expect(layOut).not.toHaveBeenCalled();
    expect(screen.getByText('四位年份')).toBeTruthy();
  });

  test('choosing another pack changes year, sheets and the offer of a sample', async () => {
    await showPane(playedAssistant(opens({ kind: 'empty' })));
    expect(button('载入示例')).toBeTruthy();
    fireEvent.change(screen.getByLabelText(/^模板方案/), { target: { value: 'other' } });
    expect((screen.getByLabelText(/^评价年度/) as HTMLInputElement).value).toBe('2022');
    expect(screen.getByText('将新增1张表')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '载入示例' })).toBeNull();
  });

  test('remembers pack and unit on this computer, and goes on where storage is blocked', async () => {
    await showPane(playedAssistant(opens({ kind: 'empty' })));
    type(/^单位名称/, '示例县数据中心');
    await act(async () => fireEvent.click(button('生成套表')));
    cleanup();
    await showPane(playedAssistant(opens({ kind: 'empty' })));
    expect((screen.getByLabelText(/^单位名称/) as HTMLInputElement).value).toBe('示例县数据中心');
    cleanup();
    const blocked = jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => { throw new DOMException('blocked'); });
    const unreadable = jest.spyOn(Storage.prototype, 'getItem').mockImplementation(() => { throw new DOMException('blocked'); });
    await showPane(playedAssistant(opens({ kind: 'empty' })));
    type(/^单位名称/, '乙');
    await act(async () => fireEvent.click(button('生成套表')));
    expect(screen.getByText('已完成')).toBeTruthy();
    blocked.mockRestore();
    unreadable.mockRestore();
  });
});

test('a workbook with contents of its own: its contents are safe and no sample is offered', async () => {
  await showPane(playedAssistant(opens({ kind: 'foreign' })));
  expect(screen.getByText(/原有内容不会改动/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: '载入示例' })).toBeNull();
});

test('a newer format is only explained', async () => {
  await showPane(playedAssistant(opens({ kind: 'newerFormat', message: { code: 'A01', text: '本工作簿由更新版本的助手生成。', remedy: '请升级助手后再打开。' } })));
  expect(screen.getByText('请升级助手')).toBeTruthy();
  expect(screen.getByText('A01')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /生成套表|载入示例|还原/ })).toBeNull();
});

test('a sample is offered for a workbook just laid out, never for a filled one', async () => {
  await showPane(playedAssistant(opens({ ...oursFilled, filled: false } as WorkbookState)));
  expect(button('载入示例')).toBeTruthy();
  cleanup();
  await showPane(playedAssistant());
  expect(screen.queryByRole('button', { name: '载入示例' })).toBeNull();
});

test('the last write can be taken back', async () => {
  const restore = jest.fn(async () => ok({ title: '生成套表' }));
  await showPane(playedAssistant({ restore }));
  await act(async () => fireEvent.click(button('还原上次写入')));
  expect(restore).toHaveBeenCalledTimes(1);
  expect(screen.getByText('“生成套表”写入的内容已还原。')).toBeTruthy();
});

describe('a write that broke off', () => {
  const broken: WorkbookState = { ...oursFilled, openStep: { title: '生成套表', at: '2026-03-01T02:20:00Z', touched: ['新增“支出”'], resumable: true } } as WorkbookState;

  test('is told first, with 还原 and 继续 and what it touched', async () => {
    const resume = jest.fn(async () => ok(laidOut));
    await showPane(playedAssistant({ ...opens(broken), resume }));
    expect(screen.getByRole('alert').textContent).toContain('上次写入没有完成');
    expect(screen.getByText('新增“支出”')).toBeTruthy();
    await act(async () => fireEvent.click(button('继续')));
    expect(resume).toHaveBeenCalledTimes(1);
    expect(button('还原')).toBeTruthy();
  });

  test('that cannot go on by itself only offers 还原', async () => {
    const check: WorkbookState = { ...oursFilled, openStep: { title: '写入校验结果', at: '2026-03-01T02:20:00Z', touched: [], resumable: false } } as WorkbookState;
    await showPane(playedAssistant(opens(check)));
    expect(screen.getByRole('alert').textContent).toContain('请先还原，再重新执行一次。');
    expect(screen.queryByRole('button', { name: '继续' })).toBeNull();
  });

  test('is found again right after it failed, beside the reason', async () => {
    let state: WorkbookState = { kind: 'empty' };
    await showPane(playedAssistant({
      open: async () => ok(state),
      fillSample: async () => {
        state = broken;
        return fail({ code: 'X-Timeout', text: 'Excel 没有回应。', remedy: '请还原或继续。' });
      },
    }));
    await act(async () => fireEvent.click(button('载入示例')));
    expect(screen.getByText('Excel 没有回应。')).toBeTruthy();
    expect(screen.getByText('上次写入没有完成')).toBeTruthy();
  });
});

test('missing sheets are named and laid out again with the unit that the workbook holds', async () => {
  const layOut = jest.fn<ReturnType<Assistant['layOut']>, Parameters<Assistant['layOut']>>(async () => ok(laidOut));
  await showPane(playedAssistant({ ...opens({ ...oursFilled, missingSheets: ['支出', '报告'] } as WorkbookState), layOut }));
  expect(screen.getByText(/支出、报告/)).toBeTruthy();
  await act(async () => fireEvent.click(button('补建缺少的表')));
  expect(layOut.mock.calls[0]?.[0]).toEqual({ packId: 'tiny', unitName: '示例县数据中心', unitCode: '001', year: '2023' });
});

test('加项目 is offered where projects have sheets of their own, and nowhere else', async () => {
  const addSheet = jest.fn(async () => ok({ ...laidOut, sheetsMade: ['自评表6'] }));
  const { unmount } = await showPane(playedAssistant({ ...opens(oursFilled), addSheet }));
  expect(screen.queryByText('加项目')).toBeNull();
  unmount();
  await showPane(playedAssistant({ ...opens({ ...oursFilled, sheetsPerRow: 5 } as WorkbookState), addSheet }));
  await act(async () => fireEvent.click(button('加项目')));
  expect(addSheet).toHaveBeenCalledTimes(1);
  expect(screen.getByText(/自评表6/)).toBeTruthy();
});

test('after the sheets were made the first of them is shown', async () => {
  const assistant = playedAssistant({ ...opens({ kind: 'empty' }) });
  await showPane(assistant);
  await act(async () => fireEvent.click(button('载入示例')));
  expect(assistant.selected).toEqual([{ sheet: '执行进度' }]);
});

test('a workbook that is ours no more is followed no more', async () => {
  let state: WorkbookState = oursFilled;
  const stop = jest.fn(async () => undefined);
  await showPane(playedAssistant({
    open: async () => ok(state),
    restore: async () => {
      state = { kind: 'empty' };
      return ok({ title: '生成套表' });
    },
    follow: async () => ok({ readAgain: async () => undefined, stop }),
  }));
  await act(async () => fireEvent.click(button('还原上次写入')));
  expect(stop).toHaveBeenCalledTimes(1);
  expect(screen.getByRole('button', { name: '生成套表' })).toBeTruthy();
});

test('a workbook that cannot be read says so', async () => {
  await showPane(playedAssistant({ open: async () => fail({ code: 'X-NoAnswer', text: 'Excel 没有回应。', remedy: '请重新打开窗格。' }) }));
  expect(screen.getByText('没有读到工作簿')).toBeTruthy();
  expect(screen.getByRole('alert').textContent).toContain('Excel 没有回应。');
});
