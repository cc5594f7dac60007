import type { ProofFinding, Quote } from '../findings';
import { sameUnit } from './subject';
import { matchesIn, named, textFinding, type CheckedText, type TextCheck } from './textCheck';

/** N05: the name of another unit, or another year, where this report names itself. */
export const otherIdentity: TextCheck = {
  code: 'N05', title: '年度、单位名称不一致', source: '部门预算绩效自评报告格式：封面、正文、附表、落款应一致', level: 'warning',
  find: (text) => [...otherUnits(text), ...otherYears(text)],
};

function otherUnits(text: CheckedText): readonly ProofFinding[] {
  const { unit, units } = text.subject;
  if (unit === null) return [];
  const others = [...units.filter(({ value }) => !sameUnit(value, unit)).map(({ quote }) => quote), ...namesakes(text, unit)];
  if (others.length === 0) return [];
  return [textFinding(otherIdentity, 'N05.unit', { quotes: others, stated: others[0]?.text ?? '', computed: unit }, { quotes: named(others.map((quote) => quote.text)), unit })];
}

/** A unit of the same kind elsewhere may be named for good reason: as a partner, or as the one above. */
const PARTNER = /学习|考察|交流|借鉴|对接|帮扶|协作|兄弟|合作|毗邻|邻近|联合|来访|调研|共建|结对|先进|经验/;
/** What a report says of the unit it is about. */
const OF_ITSELF = /^(?:20\d\d年)?度?(?:部门|年初|年末|决算|预算|收入|支出|整体|财政|一般公共预算|编制|内设|在职|现有)/;

/** The same office of another county, spoken of as if this report were about it. */
function namesakes({ document }: CheckedText, unit: string): readonly Quote[] {
  const own = /^([\u4e00-\u9fff]{1,6}?[县区市旗])([\u4e00-\u9fff]{2,20})$/.exec(unit);
  const [, place = '', office = ''] = own ?? [];
  if (place === '' || office.length < 3) return [];
  const level = place.slice(-1);
  const same = new RegExp(`([\\u4e00-\\u9fff]{1,3}${level})${office}`, 'g');
  return document.paragraphs.flatMap((paragraph) => {
    if (!paragraph.reading.text.includes(office) || PARTNER.test(paragraph.reading.text)) return [];
    return matchesIn(document, paragraph, same).flatMap(({ match, quote }) => {
      const before = match[1] ?? '';
      const after = paragraph.reading.text.slice(match.index + match[0].length, match.index + match[0].length + 20);
      const named = sameUnit(before, place) || before.endsWith(place) || /[本我全各该原省市]./.test(before) || !OF_ITSELF.test(after);
      return named ? [] : beginningOfClause(paragraph.reading.text, match, quote);
    });
  });
}

/** The name as the subject of a clause or line, without what only seems to belong to it. */
function beginningOfClause(text: string, match: RegExpExecArray, quote: Quote): readonly Quote[] {
  const line = quote.text.lastIndexOf('\n') + 1;
  if (line > 0) return [{ start: quote.start + line, end: quote.end, text: quote.text.slice(line) }];
  return match.index === 0 || /[。，；：、（]/.test(text.charAt(match.index - 1)) ? [quote] : [];
}

function otherYears(text: CheckedText): readonly ProofFinding[] {
  const { year, years } = text.subject;
  if (year === null) return [];
  const titles = years.filter(({ value, sure }) => value !== year && (sure || value !== year + 1)).map(({ quote }) => quote);
  const others = [...titles, ...otherYearStatements(text, year).filter(({ start }) => !years.some(({ quote }) => quote.start === start))];
  if (others.length === 0) return [];
  return [textFinding(otherIdentity, 'N05.year', { quotes: others, stated: others[0]?.text ?? '', computed: `${year}年` }, { quotes: named(others.map((quote) => quote.text)), year: String(year) })];
}

const STATEMENT = /(20\d\d)年度?(?:部门|单位|财政|我局|我中心|本单位|本部门)?(?:年初预算|年末|决算|收入总计|支出总计|收入合计|支出合计|部门预算|整体支出|财政拨款|预算支出|预算收入)/g;
/** Another year is named on purpose. */
const COMPARED = /较|比|上年|同比|增长|下降|增加|减少|去年|以来|结转|历年|逐年|连续|往年|前年|变动|《/;

/** Sentences that state an earlier year's figures in a paragraph that knows no other year: left over from the last report. */
function otherYearStatements({ document }: CheckedText, year: number): readonly Quote[] {
  return document.paragraphs.flatMap((paragraph) => {
    const { text } = paragraph.reading;
    if (!text.includes('年') || !/\d/.test(text) || text.includes(String(year))) return [];
    return paragraph.sentences.flatMap((sentence) => {
      if (COMPARED.test(sentence.reading.text) || !/\d(?:万元|亿元|元|%)/.test(sentence.reading.text)) return [];
      return matchesIn(document, sentence, STATEMENT).filter(({ match }) => Number(match[1]) < year).map(({ quote }) => quote);
    });
  });
}
