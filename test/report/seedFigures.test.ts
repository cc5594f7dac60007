import { renderReport } from '../../src/report/renderReport';
import { cellText } from '../../src/values/cell';
import { bundledForm, sampleEvaluation } from '../cases/samplePack';
import { figuresIn, sameFigure } from './figuresIn';
import { longshanLines } from './longshanFigures';
import { seedFigures, type SeedLine } from './seedFigures';

/** What a paragraph of the sample's report says, or a field of the sample. */
function textsOf(pack: string): (id: string) => string {
  const evaluation = sampleEvaluation(pack);
  const rendered = renderReport(bundledForm(pack), evaluation);
  const texts = new Map(rendered.ok ? rendered.value.map(({ id, text }) => [id, text]) : []);
  return (id) => (id.startsWith('field:') ? cellText(evaluation.value(id.slice('field:'.length))) : texts.get(id) ?? '');
}

function correctedIn(lines: readonly SeedLine[]): readonly string[] {
  return lines.flatMap(({ line, figures }) => figures.flatMap(([theirs, ours, why]) => (why === undefined ? [] : [`${line} ${theirs} ${figuresIn(ours).map(({ text }) => text).join(' ')}`])));
}

describe.each([['quxian-2023', seedFigures], ['longshan-2022', longshanLines]] as const)('%s', (pack, lines) => {
  const textOf = textsOf(pack);

  test.each(lines.map((line) => [line.line, line] as const))('line %i of the published report stands in ours', (_number, { paragraphs, figures }) => {
    const ours = paragraphs.map(textOf);
    for (const [i, text] of ours.entries()) expect([paragraphs[i], text]).not.toEqual([paragraphs[i], '']);
    for (const [theirs, words, why] of figures) {
      expect(ours.some((text) => text.includes(words)) ? words : ours.join('\n')).toBe(words);
      const [figure] = figuresIn(theirs);
      const same = figure !== undefined && figuresIn(words).some((one) => sameFigure(figure, one));
      expect({ theirs, words, same: same || why !== undefined }).toEqual({ theirs, words, same: true });
    }
  });
});

test('the corrected figures are those of the audit', () => {
  expect(correctedIn(seedFigures)).toEqual([
    '10 101.55万元 197.39万元 101.55万元', '10 95.84万元 197.39万元 101.55万元 95.84万元',
    '13 227.39万元 166.78万元', '13 44.65% 44.66%', '13 55.35% 55.34%', '14 44.65% 44.66%', '14 55.35% 55.34%',
    '33 227.39万元 166.78万元', '33 0 36.34%', '35 100% 95.01%', '35 100% 96.77%', '45 0 0万元 0万元', '47 0.00 ', '97 50.7亿元 1—8月 50.7亿元',
  ]);
  expect(correctedIn(longshanLines)).toEqual(['28 177.61万元 177.62万元', '28 49.7万元 47.8万元 2万元']);
});

test('a figure of the text is read with its unit', () => {
  expect(figuresIn('1至6月216.04万，占100 %，4名，〔2024〕11号').map(({ text }) => text)).toEqual(['1—6月', '216.04万元', '100%', '4人', '2024', '11号']);
  const [theirs, ours, other] = figuresIn('86.8%，86.81%，86.86%');
  expect(theirs && ours && other && [sameFigure(theirs, ours), sameFigure(theirs, other), sameFigure(ours, theirs)]).toEqual([true, false, false]);
});
