import type { ProofDocument, ProofParagraph } from '../document';
import type { ProofFinding, Quote } from '../findings';
import { matchesIn, named, quoteOf, shortened, textFinding, type TextCheck } from './textCheck';

/** N10: words written twice, a clause said twice, a number of 万 without 元. */
export const stutter: TextCheck = {
  code: 'N10', title: '重复字词/缺单位字', source: '文字校对规则', level: 'hint',
  find: ({ document }) => document.paragraphs.flatMap((paragraph) => [
    ...repeatedWords(document, paragraph), ...repeatedClauses(document, paragraph), ...strayEnds(document, paragraph), ...missingUnits(document, paragraph),
  ]),
};

const TWICE = /([\u4e00-\u9fff]{2,6})\1/g;
const OF_ITSELF = /([\u4e00-\u9fff]{2,4})的\1(?=[。，；、！？）]|$)/g;
/** Verbs that are doubled on purpose, and counting one by one. */
const DOUBLED = /^(?:研究|讨论|学习|考虑|商量|了解|打听|锻炼|休息|活动|商议|琢磨|沟通|交流|体验|感受|尝试|参观|许多|好多|很多|非常|彼此|不断|一[\u4e00-\u9fff]|[一二三四五六七八九十百千万两]{2,6})$/;
/** A row of one character or mark fills a line; it is no word. */
const ONE_CHARACTER = /^(.)\1*$/;
/** With the word before it the second copy begins a word of its own: 保障保障房, 开发开发区. */
const HEAD = /^(?:性|房|区|局|所|站|处|院|室|队|班|组|员|人|者|费|金|业|厅|部|办|委|库|网|线|权|法|率|类|品|厂|店|车|卡|证|书|款|宝|点|园|带|圈|链|城|对象|中心|机构|平台|单位|企业|基地|用地|人员|制度|办法|体系|机制|措施|资金|项目|工程|系统|设施|设备|资料|目标|指标|方案|任务|水平|能力|政策|标准|计划|规划|活动|工作|信息|数据)/;
const CLAUSE_BEGINS = /(?:^|[。，；：、！？（“])$/;
const CLAUSE_ENDS = /^(?:[。，；：、！？）”]|及|和|与|的|等|在|为|是|以及|$)/;

/** A word twice in a row where neither the word before nor the one behind needs it: at the beginning or the end of a clause. */
function repeatedWords(document: ProofDocument, paragraph: ProofParagraph): readonly ProofFinding[] {
  const { text } = paragraph.reading;
  const twice = matchesIn(document, paragraph, TWICE).filter(({ match }) => {
    const word = match[1] ?? '';
    if (DOUBLED.test(word) || ONE_CHARACTER.test(word)) return false;
    const after = text.slice(match.index + match[0].length, match.index + match[0].length + 2);
    const begins = CLAUSE_BEGINS.test(text.slice(Math.max(0, match.index - 1), match.index));
    return CLAUSE_ENDS.test(after) || (begins && !HEAD.test(after));
  });
  const marks = matchesIn(document, paragraph, /，，|。。|、、|；；/g).filter(({ match }) => text.charAt(match.index - 1) !== match[0].charAt(0) && text.charAt(match.index + 2) !== match[0].charAt(0));
  return [...twice, ...matchesIn(document, paragraph, OF_ITSELF), ...marks].map(({ quote }) => wordFinding('N10.word', quote));
}

function wordFinding(key: 'N10.word' | 'N10.end', quote: Quote): ProofFinding {
  return textFinding(stutter, key, { quotes: [quote], stated: quote.text, computed: '' }, { quotes: named([quote.text]) });
}

/** Shorter clauses are set phrases. */
const SHORTEST_CLAUSE = 8;

/** Two clauses side by side in one sentence, one beginning with all of the other. */
function repeatedClauses(document: ProofDocument, { sentences }: ProofParagraph): readonly ProofFinding[] {
  return sentences.flatMap(({ reading }) => {
    const clauses = [...reading.text.matchAll(/[^，；。！？]+/g)].map((match) => ({ text: match[0], at: match.index }));
    return clauses.flatMap((clause, i) => {
      const next = clauses[i + 1];
      if (!next || Math.min(clause.text.length, next.text.length) < SHORTEST_CLAUSE || /\d/.test(clause.text)) return [];
      if (!clause.text.startsWith(next.text) && !next.text.startsWith(clause.text)) return [];
      const first = quoteOf(document, reading, clause.at, clause.at + clause.text.length);
      const second = quoteOf(document, reading, next.at, next.at + next.text.length);
      return [textFinding(stutter, 'N10.clause', { quotes: [first, second], stated: second.text, computed: '' }, { first: shortened(first.text), second: shortened(second.text) })];
    });
  });
}

/** 较 and 将 govern what follows; at the end of a clause something is missing or too much. */
const STRAY = /[\u4e00-\u9fff]{2,6}(?:(?<!比|相|计|对|与)较|(?<!即|必|大|小|名|主|干|老|武|强|健|麻|悍|部)将)(?=[，。；])/g;

function strayEnds(document: ProofDocument, paragraph: ProofParagraph): readonly ProofFinding[] {
  return matchesIn(document, paragraph, STRAY).map(({ quote }) => wordFinding('N10.end', quote));
}

/** A number of 万 or 亿 that ends its clause, among amounts in 万元: 支出1.44万，. */
const WITHOUT_UNIT = /(?<![\d.])\d{1,9}(?:\.\d{1,6})?[万亿](?=[，。；、）]|$)/g;

function missingUnits(document: ProofDocument, paragraph: ProofParagraph): readonly ProofFinding[] {
  const { text } = paragraph.reading;
  if (!text.includes('万元') || !/支出|收入|资金|预算|经费|投资|金额|费用/.test(text)) return [];
  const found = matchesIn(document, paragraph, WITHOUT_UNIT).map(({ quote }) => quote);
  if (found.length === 0) return [];
  return [textFinding(stutter, 'N10.unit', { quotes: found, stated: found[0]?.text ?? '', computed: '' }, { quotes: named(found.map((quote) => quote.text)) })];
}
