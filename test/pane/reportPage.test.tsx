import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import type { ReportOutcome } from '../../src/pane/assistant';
import { ok } from '../../src/values/result';
import { playedAssistant, reported } from './playedAssistant';
import { showPane } from './showPane';

afterEach(cleanup);
const button = (name: string | RegExp): HTMLElement => screen.getByRole('button', { name });

async function written(outcome: ReportOutcome): Promise<ReturnType<typeof playedAssistant>> {
  const assistant = playedAssistant({ writeReport: async () => ok(outcome) });
  await showPane(assistant, 'report');
  await act(async () => fireEvent.click(button('生成自评报告')));
  return assistant;
}

test('says before writing that edited paragraphs are safe', async () => {
  await showPane(playedAssistant(), 'report');
  expect(screen.getByText(/您改过的段落不会被覆盖/)).toBeTruthy();
});

test('says what was written and kept, and lists what is left with its place', async () => {
  const assistant = await written(reported);
  expect(document.activeElement?.textContent).toBe('报告已生成');
  expect(screen.getByText('写入42段，保留您改过的1段。')).toBeTruthy();
  await act(async () => fireEvent.click(button(/年初预算基本支出、项目支出/)));
  expect(assistant.selected).toEqual([{ sheet: '绩效评价报告', address: 'A12' }]);
  await act(async () => fireEvent.click(button(/一、部门概况/)));
  await act(async () => fireEvent.click(button('打开“绩效评价报告”表')));
  expect(assistant.selected.slice(1)).toEqual([{ sheet: '绩效评价报告', address: 'A5' }, { sheet: '绩效评价报告' }]);
});

test('a report without gaps says so', async () => {
  await written({ ...reported, pending: [], kept: [] });
  expect(screen.getByText('没有【待填】和【待核】。')).toBeTruthy();
});

test('a cancelled report is not called finished', async () => {
  await written({ ...reported, cancelled: true });
  expect(screen.getByRole('heading', { name: '报告没有写完' })).toBeTruthy();
});
