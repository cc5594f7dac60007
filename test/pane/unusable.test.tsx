import { cleanup, render, screen } from '@testing-library/react';
import type { ReactElement } from 'react';
import { RenderGuard } from '../../src/pane/RenderGuard';
import { UnusablePage } from '../../src/pane/UnusablePage';

afterEach(cleanup);

test.each([
  ['notExcel', '请在 Excel 中打开', /打开 Excel/],
  ['oldExcel', '需要 Excel 2021 或更高版本', /表内公式.*不依赖本助手/],
  ['broken', '窗格出现意外错误', /工作簿没有因此改变/],
] as const)('%s is a readable page with what to do', (reason, title, line) => {
  render(<UnusablePage reason={reason} />);
  expect(screen.getByRole('heading', { name: title })).toBeTruthy();
  expect(screen.getByText(line)).toBeTruthy();
});

test('a pane that fails to draw shows a page and tells the log', () => {
  const faults: unknown[] = [];
  const silent = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const Broken = (): ReactElement => {
    throw new RangeError('cannot draw');
  };
  render(<RenderGuard onFault={(fault) => faults.push(fault)}><Broken /></RenderGuard>);
  expect(screen.getByRole('heading', { name: '窗格出现意外错误' })).toBeTruthy();
  expect(faults).toEqual([expect.any(RangeError)]);
  silent.mockRestore();
});
