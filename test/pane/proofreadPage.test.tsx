import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import type { ProofOutcome, ProofSource } from '../../src/pane/assistant';
import { fail, ok } from '../../src/values/result';
import { liveReading, playedAssistant, proofOf, proofreadOutcome } from './playedAssistant';
import { showPane } from './showPane';
import { tinyEvaluation } from './tinyForm';

afterEach(cleanup);
const button = (name: string | RegExp): HTMLElement => screen.getByRole('button', { name });

/** The page over an assistant that finds `outcome`, with what it was asked. */
async function page(outcome: ProofOutcome, parts: Parameters<typeof playedAssistant>[0] = {}): Promise<{ readonly asked: ProofSource[]; readonly selected: unknown[]; readonly store: Awaited<ReturnType<typeof showPane>>['store'] }> {
  const asked: ProofSource[] = [];
  const assistant = playedAssistant({
    proofread: async (source) => {
      asked.push(source);
      return ok(outcome);
    },
    ...parts,
  });
  const { store } = await showPane(assistant, 'proofread');
  await screen.findByRole('button', { name: '校对文字' });
  return { asked, selected: assistant.selected, store };
}

test('proofreads the report of the workbook with one press, and lists what it found by level', async () => {
  const { asked, selected } = await page(proofreadOutcome);
  await act(async () => fireEvent.click(button('校对本簿报告')));
  expect(asked).toEqual([{ kind: 'sheet' }]);
  expect(document.activeElement?.textContent).toBe('发现2条');
  expect(screen.getByText(/错误1条，核实1条，提示0条。/)).toBeTruthy();
  expect(screen.getByText('没有打开套表，只核对了文字本身。')).toBeTruthy();
  const errors = within(screen.getByRole('region', { name: '错误（须改正）' }));
  expect(errors.getByText(/年初预算前后不一致/)).toBeTruthy();
  await act(async () => fireEvent.click(errors.getByRole('button', { name: '转到【绩效评价报告】A4' })));
  expect(selected).toEqual([{ sheet: '绩效评价报告', address: 'A4' }]);
});

test('marks the figures in the text, and goes to the mark', async () => {
  const { asked } = await page(proofreadOutcome);
  fireEvent.change(screen.getByRole('textbox', { name: '粘贴报告文字' }), { target: { value: proofreadOutcome.text } });
  await act(async () => fireEvent.click(button('校对文字')));
  expect(asked).toEqual([{ kind: 'text', text: proofreadOutcome.text }]);
  expect([...document.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(['166.78万元', '227.39万元', '44.65%']);
  const shown: Element[] = [];
  Element.prototype.scrollIntoView = function scrolled(this: Element) { shown.push(this); };
  const warnings = within(screen.getByRole('region', { name: '核实（须说明）' }));
  await act(async () => fireEvent.click(warnings.getByRole('button', { name: '看原文' })));
  expect(shown.map((element) => element.parentElement?.textContent)).toEqual(['44.65%']);
});

test('two findings that begin at one place both find their mark', async () => {
  await page(proofOf('支出227.39万元', [
    { code: 'F11', level: 'error', message: '一。请核对。', said: ['227.39万元'] }, { code: 'F02', level: 'error', message: '二。请核对。', said: ['227.39'] },
  ]));
  await act(async () => fireEvent.click(button('校对本簿报告')));
  expect(['mark-0', 'mark-1'].map((id) => document.getElementById(id)?.parentElement?.tagName)).toEqual(['MARK', 'MARK']);
});

test('what looks like a page in the text is text', async () => {
  await page(proofOf('<img src=x onerror=alert(1)>占12%', [{ code: 'R04', level: 'warning', message: '<b>粗</b>。请核对。', said: ['onerror=alert(1)>占12%'] }]));
  await act(async () => fireEvent.click(button('校对本簿报告')));
  expect(document.querySelector('main img, main b')).toBeNull();
  expect(document.querySelector('mark')?.textContent).toBe('onerror=alert(1)>占12%');
});

test('a chosen file is read by its bytes', async () => {
  const { asked } = await page(proofreadOutcome);
  const file = new File([new Uint8Array([0x50, 0x4b])], '报告.docx');
  Object.defineProperty(file, 'arrayBuffer', { value: async () => new Uint8Array([0x50, 0x4b]).buffer });
  await act(async () => fireEvent.change(screen.getByLabelText('报告文件'), { target: { files: [file] } }));
  expect(asked).toEqual([{ kind: 'file', name: '报告.docx', bytes: new Uint8Array([0x50, 0x4b]) }]);
});

test('no text, and a file that cannot be read, are told with what to do', async () => {
  await page(proofreadOutcome, { proofread: async () => fail({ code: 'B02', text: '没有可校对的文字。', remedy: '请粘贴报告文字，或选择 .docx、.txt 文件。' }) });
  await act(async () => fireEvent.click(button('校对文字')));
  expect(screen.getByText('没有可校对的文字。')).toBeTruthy();
  expect(screen.getByText(/请粘贴报告文字/)).toBeTruthy();
});

test('without findings it says so, and that there are no figures', async () => {
  await page(proofOf('没有数的文字。', []));
  await act(async () => fireEvent.click(button('校对本簿报告')));
  expect(document.activeElement?.textContent).toBe('没有发现问题');
  expect(screen.getByText(/文字里没有数字/)).toBeTruthy();
});

test('a workbook of somebody else is no hindrance: text and files are proofread', async () => {
  await page(proofreadOutcome, { open: async () => ok({ kind: 'foreign' }) });
  expect(screen.queryByRole('button', { name: '校对本簿报告' })).toBeNull();
  await act(async () => fireEvent.click(button('校对文字')));
  expect(screen.getByRole('heading', { name: '发现2条' })).toBeTruthy();
});

test('says when the workbook changed after the text was compared with it', async () => {
  const evaluation = tinyEvaluation();
  let tell: (live: ReturnType<typeof liveReading>) => void = () => undefined;
  await page({ ...proofreadOutcome, evaluation }, {
    follow: async (onReading) => {
      tell = (live) => onReading(ok(live));
      tell(liveReading({ evaluation }));
      return ok({ readAgain: async () => undefined, stop: async () => undefined });
    },
  });
  await act(async () => fireEvent.click(button('校对本簿报告')));
  expect(screen.getByText('已与套表的数比较。')).toBeTruthy();
  await act(async () => tell(liveReading({ evaluation })));
  expect(screen.queryByText(/结果可能已过时/)).toBeNull();
  await act(async () => tell(liveReading({ evaluation: { ...evaluation, entries: { fields: new Map(), lists: new Map() } } })));
  expect(screen.getByText(/结果可能已过时/)).toBeTruthy();
});

test('many findings show the first hundred, the rest on request', async () => {
  const text = Array.from({ length: 120 }, (_, i) => `第${i}句${i}万元。`).join('\n');
  await page(proofOf(text, Array.from({ length: 120 }, (_, i) => ({ code: 'F11', level: 'error' as const, message: `第${i}条。请核对。`, said: [`第${i}句`] }))));
  await act(async () => fireEvent.click(button('校对本簿报告')));
  expect(document.querySelectorAll('main li')).toHaveLength(100);
  await act(async () => fireEvent.click(button('显示全部120条')));
  expect(document.querySelectorAll('main li')).toHaveLength(120);
});
