import { markedLines, WHOLE_TEXT, type ShownLine } from '../../src/pane/markedText';
import { proofOf } from './playedAssistant';

/** Lines as text, marks in brackets with the numbers of their findings. */
function drawn(lines: readonly ShownLine[]): readonly string[] {
  return lines.map((line) => (line.kind === 'leftOut' ? `略${line.count}` : line.pieces.map(({ text, level, findings }) => (level === null ? text : `[${text}|${level}|${findings.join('')}]`)).join('')));
}

const finding = (level: 'error' | 'warning' | 'hint', ...said: readonly string[]): Parameters<typeof proofOf>[1][number] => ({ code: 'F11', level, message: '', said });
const marked = (text: string, ...findings: readonly ReturnType<typeof finding>[]): readonly string[] => drawn(markedLines(text, proofOf(text, findings).findings));

test.each<[string, readonly string[], readonly string[]]>([
  ['no finding', marked('甲\n乙'), ['甲', '乙']],
  ['a quotation in the middle', marked('支出227.39万元。', finding('error', '227.39万元')), ['支出[227.39万元|error|0]。']],
  ['quotations over each other: the gravest level shows, both are known', marked('支出227.39万元。', finding('hint', '支出227.39万元'), finding('error', '227.39')), ['[支出|hint|0][227.39|error|01][万元|hint|0]。']],
  ['a quotation over a line end', marked('支出合计\n227.39万元', finding('warning', '合计\n227.39')), ['支出[合计|warning|0]', '[227.39|warning|0]万元']],
  ['line ends of Windows and empty lines', marked('甲\r\n\r\n乙丙', finding('hint', '丙')), ['甲', '乙[丙|hint|0]']],
  ['two places of one finding', marked('甲1乙2', finding('error', '1', '2')), ['甲[1|error|0]乙[2|error|0]']],
])('%s', (_, lines, expected) => {
  expect(lines).toEqual(expected);
});

test('of a long text the lines with marks and their neighbours are shown', () => {
  const filler = '一行没有问题的文字。\n'.repeat(WHOLE_TEXT / 5);
  const lines = marked(`${filler}前一行\n支出227.39万元\n后一行\n${filler}`, finding('error', '227.39万元'));
  expect(lines).toEqual([`略${WHOLE_TEXT / 5}`, '前一行', '支出[227.39万元|error|0]', '后一行', `略${WHOLE_TEXT / 5}`]);
});

test('an endless line is cut, and every character of it is shown once', () => {
  const text = '支出'.repeat(5_000);
  const lines = markedLines(text, proofOf(text, [finding('hint', text)]).findings);
  expect(lines.length).toBeGreaterThan(1);
  expect(lines.flatMap((line) => (line.kind === 'line' ? line.pieces.map((piece) => piece.text) : [])).join('')).toBe(text);
});
