import type { ProofDocument, ProofSentence } from '../document';
import type { ProofFinding } from '../findings';
import { quoteOf, textFinding, type TextCheck } from './textCheck';

/** N04: a list announced as “等8项”, of which the paragraphs behind tell only some. */
export const promisedItems: TextCheck = {
  code: 'N04', title: '“N项”只说明了部分', source: '部门预算绩效评价报告大纲：严控一般性支出等应逐项说明', level: 'warning',
  find: ({ document }) => document.paragraphs.flatMap((paragraph, i) => paragraph.sentences.flatMap((sentence, at) => {
    const list = announced(sentence);
    if (!list) return [];
    const behind = [...paragraph.sentences.slice(at + 1), ...followingSentences(document, i)];
    return unmentioned(document, sentence, list, behind);
  })),
};

interface AnnouncedList {
  readonly items: readonly string[];
  readonly from: number;
  readonly to: number;
}

/** Fewer are easily told in one breath. */
const FEWEST = 4;
const COUNT: Readonly<Record<string, number>> = { 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 十: 10 };

/** 甲、乙、丙、丁等4项…: the items, when there are as many as it says. */
function announced({ reading }: ProofSentence): AnnouncedList | null {
  const end = /等(?:共|共计)?(\d{1,2}|[四五六七八九十])(?:项|类|个方面|个)/.exec(reading.text);
  if (!end) return null;
  const count = COUNT[end[1] ?? ''] ?? Number(end[1]);
  const clause = /[^。；：:，]*$/.exec(reading.text.slice(0, end.index))?.[0] ?? '';
  const items = clause.split('、').map((item) => item.replaceAll(/[“”"《》]/g, ''));
  if (count < FEWEST || items.length !== count) return null;
  return { items, from: end.index - clause.length, to: end.index + end[0].length };
}

/** The paragraphs behind up to the next heading. */
function followingSentences(document: ProofDocument, paragraph: number): readonly ProofSentence[] {
  const rest = document.paragraphs.slice(paragraph + 1, paragraph + 1 + FURTHEST);
  const heading = rest.findIndex(({ reading }) => /^[#*]*(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十\d]{1,3}）|\d{1,2}[.、．](?!\d)|附)/.test(reading.text));
  return (heading < 0 ? rest : rest.slice(0, heading)).flatMap(({ sentences }) => sentences);
}

const FURTHEST = 20;
/** The rest is told in one sentence. */
const ALL_OTHERS = /其[他它余]|以上|上述|各项|均|合计|总计|共计/;

function unmentioned(document: ProofDocument, sentence: ProofSentence, { items, from, to }: AnnouncedList, behind: readonly ProofSentence[]): readonly ProofFinding[] {
  const telling = behind.filter(({ reading }) => /\d|无|未/.test(reading.text));
  if (telling.some(({ reading }) => ALL_OTHERS.test(reading.text))) return [];
  const told = items.flatMap((item) => {
    const place = telling.find(({ reading: { text } }) => stems(item).some((stem) => text.includes(stem)));
    return place ? [{ item, place }] : [];
  });
  const missing = items.filter((item) => !told.some((one) => one.item === item));
  // One of them told may be chance.
  if (told.length < 2 || missing.length === 0) return [];
  const quotes = [...new Set(told.map(({ place }) => place))].map(({ reading }) => quoteOf(document, reading, 0, reading.text.length));
  const list = quoteOf(document, sentence.reading, from, to).text;
  return [textFinding(promisedItems, 'N04', { quotes, stated: `${told.length}项`, computed: `${items.length}项` }, {
    list: `“${list.length > 24 ? `${list.slice(0, 12)}…${list.slice(-10)}` : list}”`, count: String(items.length), told: `${told.length}项`, missing: missing.map((item) => stems(item)[0] ?? item).join('、'),
  })];
}

/** What an item is called elsewhere, without 严控 before and 经费, 购置 behind. */
function stems(item: string): readonly string[] {
  const plain = item.replace(/^[^、]{0,12}?(?:严控|严格控制|控制|压减|压缩|包括|主要是|涉及)/, '').replace(/^(?:加强|对|将|从|在|围绕)/, '').replace(/(?:一般性)?(?:经费|费用|费|支出|购置更新|购置|采购|更新)+$/, '');
  const parts = plain.split(/及|和|与/).filter((part) => part.length >= 2);
  return [plain, ...parts, ...(plain.length === 4 && !/[及和与]/.test(plain) ? [plain.slice(0, 2), plain.slice(2)].filter((half) => /^办/.test(half)) : [])];
}
