import type { ProofDocument, ProofSentence } from '../document';
import type { ProofFinding, Quote } from '../findings';
import { matchesIn, named, shortened, textFinding, type CheckedText, type TextCheck } from './textCheck';

/** N06: a result figure of some months in an annual evaluation. Progress of execution is asked for by period and is no such figure. */
export const partYear: TextCheck = {
  code: 'N06', title: '时期口径不一致', source: '年度绩效自评：绩效指标按全年实际完成值填报', level: 'hint',
  find: partYearFigures,
};

const PERIOD = /(?:20\d\d年度?)?(?:(?:1|一)(?:月份?)?(?:-|—|~|至|到)(?:[2-9]|1[01]|[二三四五六七八九十]|十一)月份?|上半年|前(?:三个?|二个?|两个?)季度|一季度|前[一二三四五六七八九十]{1,2}个?月|截[至止](?:20\d\d年)?(?:[1-9]|1[01])月(?:底|末|份)?)/;
const EXECUTION = /执行率|执行数|执行进度|支出进度|序时|预算执行|监控|支付进度|支出实际|累计支出|会议/;
const RESULT = /完成|实现|达到?|产值|增长|家|个|人次|条|场|户/;
/** Both periods are meant. */
const WHOLE_YEAR = /全年|1(?:-|—|~|至|到)12月|年底|年末/;
/** Of another year, or hoped for. */
const TO_COME = /次年|明年|来年|下年|翌年|下一步|力争|确保|争取/;
/** A figure with its unit: what may stand elsewhere as an annual one. */
const FIGURE = /(?<![\d.])\d{1,9}(?:\.\d{1,4})?(?:亿元|万元|%)/g;

interface PartYearSentence {
  readonly sentence: ProofSentence;
  readonly period: Quote;
  readonly figures: readonly string[];
}

/** Self-evaluation is done in the months after the year it is about. */
function isAfterwards(year: number, about: number | null, text: string): boolean {
  return about === null ? text.includes(`${year - 1}年`) : year !== about;
}

function partYearFigures({ document, subject }: CheckedText): readonly ProofFinding[] {
  const found = document.paragraphs.flatMap(({ sentences }) => sentences.flatMap((sentence): readonly PartYearSentence[] => {
    const { text } = sentence.reading;
    if (!/月|季度|上半年/.test(text) || EXECUTION.test(text) || WHOLE_YEAR.test(text) || !RESULT.test(text)) return [];
    const [period] = matchesIn(document, sentence, new RegExp(PERIOD, 'g'));
    const year = /20\d\d/.exec(period?.match[0] ?? '')?.[0];
    if (!period || TO_COME.test(text.slice(0, period.match.index)) || (year !== undefined && isAfterwards(Number(year), subject.year, document.text))) return [];
    const figures = matchesIn(document, sentence, FIGURE).filter(({ match }) => match.index > period.match.index).map(({ match }) => match[0]);
    return figures.length > 0 ? [{ sentence, period: period.quote, figures }] : [];
  }));
  if (found.length === 0) return [];
  const annual = annualFigures(document);
  return found.map(({ period, figures }) => {
    const again = figures.flatMap((figure) => annual.get(figure) ?? []);
    const [first] = again;
    const values = { stated: period.text, computed: '' };
    return first
      ? textFinding(partYear, 'N06.again', { quotes: [period, ...again.map(({ quote }) => quote)], ...values }, { quote: named([period.text]), figure: first.quote.text, place: shortened(first.sentence) })
      : textFinding(partYear, 'N06', { quotes: [period], ...values }, { quote: named([period.text]) });
  });
}

/** Where a figure stands first without a period. */
function annualFigures(document: ProofDocument): ReadonlyMap<string, { readonly quote: Quote; readonly sentence: string }> {
  const places = new Map<string, { readonly quote: Quote; readonly sentence: string }>();
  for (const { sentences } of document.paragraphs) {
    for (const sentence of sentences) {
      if (!/\d/.test(sentence.reading.text) || PERIOD.test(sentence.reading.text)) continue;
      for (const { match, quote } of matchesIn(document, sentence, FIGURE)) {
        if (!places.has(match[0])) places.set(match[0], { quote, sentence: document.text.slice(sentence.start, sentence.end) });
      }
    }
  }
  return places;
}
