import type { ProofDocument } from '../document';
import type { ProofFinding, Quote } from '../findings';
import { named, quoteAt, textFinding, type TextCheck } from './textCheck';
import type { TextKey } from './textWords';

/** N09: what a template, a program or a form left in the text. */
export const leftovers: TextCheck = {
  code: 'N09', title: '残留模板提示、书签、占位符', source: '报告定稿要求：不得残留模板提示、占位符', level: 'error',
  find: ({ document }) => KINDS.flatMap(({ key, found }) => finding(key, found(document))),
};

type Key = Extract<TextKey, `N09.${string}`>;

/** One kind of leftover is one cause, however often it stands. */
const KINDS: readonly { readonly key: Key; found(document: ProofDocument): readonly Quote[] }[] = [
  { key: 'N09.bookmark', found: (document) => every(document, /\[bookmark:?[^\]\n]{0,60}\]?/gi) },
  { key: 'N09.broken', found: (document) => every(document, BROKEN) },
  { key: 'N09.hint', found: (document) => [...every(document, /[（(【[][^（）()【】[\]\n]{2,40}[）)】\]]/g).filter(({ text }) => isHint(text)), ...every(document, /(?:单击或点击|点击或单击|单击|点击)此处(?:输入|添加|填写)[\u4e00-\u9fff]{0,4}|click or tap here to enter text/gi)] },
  { key: 'N09.pending', found: (document) => every(document, /【待[填核补定][^】\n]{0,60}】|[（([](?:待补充|待填写|待核实|待定|待完善|待填)[）)\]]|\bTODO\b|\bTBD\b/g) },
  { key: 'N09.placeholder', found: placeholders },
];

/** Marks of spreadsheets, word processors and templates that failed, and template tags. */
const BROKEN = /#(?:REF!|DIV\/0!|VALUE!|NAME\?|N\/A|NUM!|NULL!|SPILL!)|错误[!！](?:未找到引用源|未定义书签|文档中没有指定样式的文字|超链接引用无效)[。.]?|Error! (?:Reference source not found|Bookmark not defined)\.?|\{\{[^{}\n]{0,60}\}\}|\{%[^%\n]{0,60}%\}|\$\{[^{}\n]{0,60}\}|(?<![A-Za-z])(?:undefined|NaN)(?![A-Za-z])|\{ ?(?:PAGE|NUMPAGES|MERGEFIELD|TOC|REF|HYPERLINK)\b[^{}\n]{0,60}\}/g;

/** Words of a form to the person who fills it in; no report speaks so of itself. */
function isHint(piece: string): boolean {
  const inner = piece.slice(1, -1).replaceAll(/\s/g, '');
  return /^(?:限|不超过|不得超过|控制在|请?在|约)?(?:\d{2,4}|[一二三四五六七八九两]{1,2}[百千])字(?:以内|以下|之内|左右|内)?$|\d{2,4}字(?:以内|之内|以下)|不(?:超过|得超过|少于)\d{2,4}字|限\d{2,4}字/.test(inner)
    || /^(?:此处|在此|这里)(?:填写|输入|插入|简述|说明|填报|填|写|描述|粘贴)/.test(inner)
    || /^(?:请|需|应)(?:简要|如实|据实|逐项|详细|根据实际|按实际|结合实际|在此|按要求|自行)?[^，。；]{0,16}(?:填写|填报|填列|简述|概述|阐述|描述|补充|删除)[^，。；]{0,10}$/.test(inner)
    || /^请(?:简要|如实|据实|逐项|详细)?(?:说明|列明|列举)[^，。；]{0,12}$/.test(inner)
    || /^(?:填写说明|填表说明|编写说明|编写要求|写作提示|模板说明|示例)[：:]/.test(inner);
}

const RUN = /[XxＸｘ×]{1,8}|[_＿]{2,12}|[*＊]{2,8}/g;
const MEASURE = /^\s{0,2}(?:万元|亿元|元|%|％|个|项(?!目)|次|人|户|批|件|条|年|月|日|分|辆|台|亩|公里|名|家(?![庭属长里中人])|期|场)/;
const MONEY = /^\s{0,2}(?:万元|亿元|%|％)/;
/** A county or person is left nameless on purpose (××县, 李××); a unit or project of XX was left open. */
const OPEN_NAME = /^\s{0,2}(?:单位|部门|项目|年度|股室|科室)/;
const DIGIT_OR_LETTER = /[0-9A-Za-z０-９]/;

/** Runs of X, ×, _ or * in the place of a figure or a name. A single × multiplies; 138××××1234 is a person's. */
function placeholders(document: ProofDocument): readonly Quote[] {
  const { text } = document;
  return [...text.matchAll(RUN)].flatMap((match) => {
    const [run] = match;
    const before = text.slice(Math.max(0, match.index - 4), match.index);
    const after = text.slice(match.index + run.length, match.index + run.length + 8);
    const century = run.length <= 2 && /(?:^|[^\d])20\s?$/.test(before) && /^\s?年/.test(after);
    if (!century && (DIGIT_OR_LETTER.test(before.slice(-1)) || DIGIT_OR_LETTER.test(after.charAt(0)))) return [];
    const behind = century ? MEASURE.exec(after) : measureBehind(run, before, after);
    if (behind === null) return [];
    const start = century ? match.index - (before.length - before.lastIndexOf('20')) : match.index;
    return [quoteAt(document, start, match.index + run.length + behind[0].length)];
  });
}

/** What the run stands for a figure or name of; null where it is none. */
function measureBehind(run: string, before: string, after: string): RegExpExecArray | null {
  if (/[*＊]/.test(run)) return MONEY.exec(after);
  // Underscores before 年, 月, 日 are a date to be signed.
  if (/[_＿]/.test(run)) return /^\s{0,2}[年月日]/.test(after) ? null : MEASURE.exec(after);
  if (/^\s?年\s?[×XxＸ]/.test(after) || (/年\s?$/.test(before) && /^\s?月/.test(after)) || (/月\s?$/.test(before) && /^\s?日/.test(after))) return MEASURE.exec(after);
  if (/[〕\]］]\s?(?:第\s?)?$/.test(before)) return /^\s?号/.exec(after);
  if (run === '×') return null;
  return MEASURE.exec(after) ?? (/[XxＸｘ]{2}/.test(run) ? OPEN_NAME.exec(after) : null);
}

function every(document: ProofDocument, expression: RegExp): readonly Quote[] {
  return [...document.text.matchAll(expression)].map((match) => quoteAt(document, match.index, match.index + match[0].length));
}

function finding(key: Key, quotes: readonly Quote[]): readonly ProofFinding[] {
  if (quotes.length === 0) return [];
  return [textFinding(leftovers, key, { quotes, stated: quotes[0]?.text ?? '', computed: '' }, { quotes: named(quotes.map(({ text }) => text)) })];
}
