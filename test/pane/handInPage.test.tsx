import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import type { Assistant, HandInOutcome } from '../../src/pane/assistant';
import { fail, ok } from '../../src/values/result';
import { textCell } from '../../src/values/cell';
import { checkedClean, finding, Gate, handedIn, liveReading, playedAssistant } from './playedAssistant';
import { showPane } from './showPane';
import { tinyEvaluation } from './tinyForm';

afterEach(cleanup);
const button = (name: string | RegExp): HTMLElement => screen.getByRole('button', { name });
const press = (name: string | RegExp): Promise<void> => act(async () => { fireEvent.click(button(name)); });

async function outcome(handIn: HandInOutcome, parts: Partial<Assistant> = {}): Promise<ReturnType<typeof playedAssistant>> {
  const assistant = playedAssistant({ handIn: async () => ok(handIn), ...parts });
  await showPane(assistant, 'handIn');
  await press('生成上报文件');
  return assistant;
}

test('says before making the file what goes into it', async () => {
  await showPane(playedAssistant(), 'handIn');
  expect(screen.getByText(/有错误就不生成.*不含操作记录/)).toBeTruthy();
});

test('errors block and are listed with their places', async () => {
  const assistant = await outcome({ kind: 'blocked', check: { ...checkedClean, findings: [finding(), finding({ code: 'R15', level: 'warning', key: 'R15|y' })] } });
  expect(document.activeElement?.textContent).toBe('有1条错误，没有生成文件');
  expect(screen.queryByRole('button', { name: '下载文件' })).toBeNull();
  expect(screen.queryByText('R15')).toBeNull();
  await press(/转到【执行进度】D6/);
  expect(assistant.selected).toEqual([{ sheet: '执行进度', address: 'D6' }]);
});

test('shows name, edition and the codes of the paper', async () => {
  await outcome(handedIn);
  expect(document.activeElement?.textContent).toBe('第2版已生成');
  expect(screen.getByText('001-示例县数据中心-2023-部门绩效自评-第2版.xlsx')).toBeTruthy();
  expect(screen.getByText('4821-9305')).toBeTruthy();
  expect(screen.getByText('0007-0312')).toBeTruthy();
});

test('D12 a name of markup stays text', async () => {
  await outcome({ ...handedIn, file: { ...handedIn.file, name: '<img src=x onerror=alert(1)>.xlsx' } });
  expect(screen.getByText('<img src=x onerror=alert(1)>.xlsx')).toBeTruthy();
  expect(document.querySelector('img')).toBeNull();
});

test('C16 a started download is no success: it counts when the person has seen the file', async () => {
  const download = jest.fn(() => ok(undefined));
  await outcome(handedIn, { files: { ...playedAssistant().files, download } });
  await press('下载文件');
  expect(download).toHaveBeenCalledTimes(1);
  expect(screen.queryByText('文件已取得')).toBeNull();
  await press('看到了');
  expect(screen.getByText('文件已取得')).toBeTruthy();
});

test('C16 a download that died silently: Excel, a link to save by hand, and another try are offered', async () => {
  const openCopy = jest.fn(async () => ok(undefined));
  const release = jest.fn();
  await outcome(handedIn, { files: { ...playedAssistant().files, openCopy, link: () => ({ address: 'blob:by-hand', release }) } });
  await press('下载文件');
  await press('没有看到');
  const link = screen.getByRole('link', { name: '上报文件第2版' });
  expect(link.getAttribute('href')).toBe('blob:by-hand');
  expect(link.getAttribute('download')).toBe(handedIn.file.name);
  await press('在 Excel 中打开');
  expect(openCopy).toHaveBeenCalledWith(handedIn.file);
  await press('看到了');
  expect(release).toHaveBeenCalledTimes(1);
  expect(screen.getByText('文件已取得')).toBeTruthy();
});

test('a host that cannot open the file says so and leaves the other ways', async () => {
  const message = { code: 'X-ApiNotFound', text: '本机的 Excel 没有这项功能。', remedy: '请使用 Excel 2021 或更高版本。' };
  await outcome(handedIn, { files: { ...playedAssistant().files, openCopy: async () => fail(message) } });
  await press('下载文件');
  await press('没有看到');
  await press('在 Excel 中打开');
  expect(screen.getByText(message.text)).toBeTruthy();
  expect(screen.getByRole('link', { name: '上报文件第2版' })).toBeTruthy();
});

test('E09 pressed twenty times: one run, one file', async () => {
  const gate = new Gate<HandInOutcome>();
  await showPane(playedAssistant({ handIn: gate.work }), 'handIn');
  for (let press = 0; press < 20; press += 1) fireEvent.click(button('生成上报文件'));
  expect(gate.runs).toHaveLength(1);
  await act(async () => gate.open(ok(handedIn)));
  expect(screen.getByText('第2版已生成')).toBeTruthy();
});

test('核实 without 说明 are told, and the file can be fetched all the same', async () => {
  await outcome({ ...handedIn, unexplained: [finding({ code: 'R15', level: 'warning', item: '年中调整数' })] });
  expect(screen.getByText('1条核实还没有写说明')).toBeTruthy();
  expect(button('下载文件')).toBeTruthy();
});

test('typing after the file was made says that it is old', async () => {
  await outcome(handedIn);
  expect(screen.queryByText(/文件生成后表内有改动/)).toBeNull();
  cleanup();
  const changed = tinyEvaluation({ 'assessment.grade': textCell('良') });
  const assistant = playedAssistant({ handIn: async () => ok(handedIn) }, liveReading({ evaluation: changed }));
  const { store } = await showPane(assistant, 'handIn');
  await press('生成上报文件');
  await act(async () => store.readAgain());
  expect(screen.getByText(/文件生成后表内有改动/)).toBeTruthy();
});
