import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import type { WorkbookState } from '../../src/pane/assistant';
import type { HandOutOptions, TemplateWork } from '../../src/pane/templates/templateWork';
import { ok } from '../../src/values/result';
import { packs, playedAssistant, playedTemplates, templateReading } from './playedAssistant';
import { showPane } from './showPane';

afterEach(cleanup);
const button = (name: string | RegExp): HTMLElement => screen.getByRole('button', { name });
const press = (name: string | RegExp): Promise<void> => act(async () => { fireEvent.click(button(name)); });
/** The page is a part of its own, loaded when it is shown; then it asks for its work. */
const settled = async (): Promise<void> => {
  await waitFor(() => { expect(screen.queryByText('正在打开…')).toBeNull(); });
  await act(async () => { await new Promise((resolve) => { setTimeout(resolve, 20); }); });
};

const master: WorkbookState = { kind: 'master', packId: 'quxian-2023', packTitle: '某县模板', year: '2023', missingSheets: [], openStep: null, lastStep: null };

async function shown(work: Partial<TemplateWork> = {}, workbook: WorkbookState = master): Promise<ReturnType<typeof playedAssistant>> {
  const assistant = playedAssistant({ open: async () => ok(workbook), templates: async () => playedTemplates(work) });
  await showPane(assistant, 'templates');
  await settled();
  return assistant;
}

test('the bureau’s own workbook has its own tabs and leads to the page', async () => {
  await showPane(playedAssistant({ open: async () => ok(master) }));
  expect(screen.getAllByRole('tab').map(({ textContent }) => textContent)).toEqual(['开始', '模板方案', '校对']);
  expect(screen.getByText('模板工作簿 · 某县模板')).toBeTruthy();
  expect(screen.queryByText('单位')).toBeNull();
  await press('去检查和下发');
  await settled();
  expect(screen.getByRole('tab', { name: '模板方案' }).getAttribute('aria-selected')).toBe('true');
  expect(await screen.findByRole('button', { name: '检查模板' })).toBeTruthy();
});

test('an empty workbook begins one from a pack that ships', async () => {
  const begin = jest.fn(playedTemplates().begin);
  const assistant = playedAssistant({ open: async () => ok({ kind: 'empty' }), templates: async () => playedTemplates({ begin }) });
  await showPane(assistant);
  await press('制作模板');
  await settled();
  fireEvent.change(screen.getByRole('combobox', { name: '从哪个模板改起' }), { target: { value: packs[0]?.id } });
  await press('新建模板工作簿');
  expect(begin).toHaveBeenCalledWith(packs[0]?.id, expect.anything());
});

test('a workbook that is filled in is no place for it', async () => {
  await shown({}, { kind: 'foreign' });
  expect(screen.getByText('这里不是模板工作簿')).toBeTruthy();
  expect(screen.queryByRole('button', { name: '检查模板' })).toBeNull();
});

test('all faults with go-to, and no file while 模板设置 is faulty', async () => {
  const assistant = await shown({ read: async () => ok({
    ...templateReading, changes: [], units: 0,
    settingFaults: [{ place: { sheet: '模板设置（指标）', address: 'G5' }, what: '绩效指标第1行·权重', found: '权重合计90', expected: '权重合计100' }, { place: null, what: 'report.parts', found: '无', expected: '章节模板' }],
    rosterFaults: [{ place: { sheet: '单位名册', address: 'A7' }, what: '单位第3行·单位编码', found: '“<img src=x>”', expected: '每个单位一个编码', example: '019' }],
  }) });
  await press('检查模板');
  expect(document.activeElement?.textContent).toBe('模板设置有2处错误');
  expect(screen.getByText('应为：权重合计100')).toBeTruthy();
  expect(screen.getByText('应为：每个单位一个编码，如 019')).toBeTruthy();
  // D12: text from a workbook stays text.
  expect(screen.getByText('填写：“<img src=x>”')).toBeTruthy();
  expect(document.querySelector('img')).toBeNull();
  await press('转到【单位名册】A7');
  expect(assistant.selected).toEqual([{ sheet: '单位名册', address: 'A7' }]);
  expect(screen.queryByRole('button', { name: /^生成/ })).toBeNull();
});

test('what was changed, group by group, before anything is made', async () => {
  await shown();
  await press('检查模板');
  expect(document.activeElement?.textContent).toBe('模板设置没有错误');
  expect(screen.getByText('2处改动')).toBeTruthy();
  expect(screen.getByText('预填内容（1处）')).toBeTruthy();
  expect(screen.getByText('原：20')).toBeTruthy();
  expect(screen.getByText('现：15')).toBeTruthy();
  expect(screen.getByText('基本支出不超过本年收入（新增）')).toBeTruthy();
});

test('an empty roster is no fault: the plain template and the pack can be made', async () => {
  await shown({ read: async () => ok({ ...templateReading, rosterBlank: true, units: 0, rosterFaults: [{ place: null, what: '单位', found: '没有单位', expected: '至少一行' }] }) });
  await press('检查模板');
  expect(screen.getByText('单位名册还没有填')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /预填模板/ })).toBeNull();
  expect(button('生成空白模板')).toBeTruthy();
});

test('预填分发: one archive, its list, and the way to get it', async () => {
  const issue = jest.fn(playedTemplates().issue);
  await shown({ issue });
  await press('检查模板');
  fireEvent.change(screen.getByLabelText(/保护口令/), { target: { value: '财政2024' } });
  await press('生成2个预填模板');
  expect(issue.mock.calls[0]?.[0]).toEqual({ opensPane: { kind: 'central' }, password: '财政2024' } satisfies HandOutOptions);
  expect(document.activeElement?.textContent).toBe('预填模板已生成：2个单位');
  expect(screen.getByText('某县模板-预填2个单位.zip')).toBeTruthy();
  expect(screen.getByText('017-甲-2023-部门绩效自评.xlsx（项目2行）')).toBeTruthy();
  await press('下载文件');
  await press('没有看到');
  // An archive opens in no Excel: only the link is left.
  expect(screen.queryByRole('button', { name: '在 Excel 中打开' })).toBeNull();
  expect(screen.getByRole('link', { name: '预填模板' }).getAttribute('download')).toBe('某县模板-预填2个单位.zip');
});

test('a share needs its address before anything is made; the pane can stay closed', async () => {
  const makeTemplate = jest.fn(playedTemplates().makeTemplate);
  await shown({ makeTemplate });
  await press('检查模板');
  const opening = screen.getByRole('combobox', { name: /打开套表时显示助手/ });
  fireEvent.change(opening, { target: { value: 'share' } });
  fireEvent.change(screen.getByRole('textbox', { name: /共享文件夹/ }), { target: { value: 'D:\\套表' } });
  await press('生成空白模板');
  expect(makeTemplate).not.toHaveBeenCalled();
  expect(screen.getByText('写成 \\\\服务器\\共享')).toBeTruthy();
  fireEvent.change(screen.getByRole('textbox', { name: /共享文件夹/ }), { target: { value: ' \\\\srv\\office ' } });
  await press('生成空白模板');
  expect(makeTemplate.mock.calls[0]?.[0]).toEqual({ opensPane: { kind: 'share', path: '\\\\srv\\office' }, password: '' });
  fireEvent.change(opening, { target: { value: 'none' } });
  await press('生成空白模板');
  expect(makeTemplate.mock.calls[1]?.[0]).toEqual({ opensPane: null, password: '' });
});

test('faults that came up since the check are shown instead of a file', async () => {
  await shown({ issue: async () => ok({ reading: { ...templateReading, settingFaults: [{ place: null, what: '模板名称', found: '空白', expected: '文字' }] }, file: null, issued: null }) });
  await press('检查模板');
  await press('生成2个预填模板');
  expect(screen.getByText('模板设置有1处错误')).toBeTruthy();
  expect(screen.queryByText(/已生成/)).toBeNull();
});
