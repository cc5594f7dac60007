import { quotePiece, type Mention } from './mentions';
import { figureFinding, textOf, written, type FigureFinding, type ProofContext } from './proofContext';
import { proofWords } from './texts';

const COUNTED = /^(?:个|项|类|大类|家|所|名|方面|部分|条|件)$/;
const ENDS_IN_GENERAL = /(?:工作|活动|任务|培训|服务|会议|项目|方面|制度|措施|建设|管理)$/;
const LONGEST_ITEM = 24;
const MOST_ITEMS = 20;
const INTRODUCED = /^[^，。；：、]{0,14}?(?:[：（](?:即|分别是|分别为|包括)?|，?(?:即|分别是|分别为|具体是|具体为|包括)：?)(?<list>[^。；：（]{4,240})/;

/** N03 自评报告格式: “N个、N项” and the names listed before or behind it. 等 announces a part of the list. */
export function checkCounts(context: ProofContext): readonly FigureFinding[] {
  return context.mentions.flatMap((mention) => {
    const { figure } = mention;
    if (figure.kind !== 'count' || figure.loose || !COUNTED.test(figure.unit) || figure.value.lt(2) || figure.value.gt(MOST_ITEMS) || !figure.value.isInteger()) return [];
    return listBefore(context, mention) ?? listBehind(context, mention) ?? [];
  });
}

/** How many names a list can be read as: 和 and 及 may part two names or stand inside one. */
function countable(list: string): { readonly least: number; readonly most: number; readonly items: readonly string[] } {
  const items = list.split('、').map((item) => item.trim()).filter((item) => item !== '');
  const most = items.reduce((all, item) => all + 1 + (item.match(/[和及与]/g)?.length ?? 0), 0);
  return { least: items.length, most, items };
}

/** “办公室、建设股、规划股3个股室”. */
function listBefore(context: ProofContext, mention: Mention): readonly FigureFinding[] | null {
  const label = mention.label;
  if (!label.includes('、') || /各$|每|\d/.test(label)) return null;
  const partial = /等(?:共|共计|合计)?$/.test(label);
  const list = label.replace(/(?:等)?(?:共|共计|合计|这)?$/, '');
  const { least, most, items } = countable(list);
  const noun = /^[\p{Script=Han}]/u.test(mention.tail) && !/^[的为是以及和]/.test(mention.tail);
  const last = items[items.length - 1] ?? '';
  if (!noun || items.slice(1).some((item) => item.length > LONGEST_ITEM || item.includes('的'))) return null;
  if (ENDS_IN_GENERAL.test(last) && !partial && !items.every((item) => item.endsWith(last.slice(-2)))) return null;
  const stated = mention.figure.value.toNumber();
  if (stated >= least && stated <= most) return [];
  const level = partial ? (least > stated ? 'warning' : items.length >= 4 && stated - most <= 2 ? 'hint' : null) : Math.abs(stated - least) <= Math.max(2, least / 2) ? 'warning' : null;
  return level === null ? [] : [findingOf(context, mention, level, items, mention.from, mention.figure.to + mention.tail.length)];
}

/** “3个股室：办公室、建设股、规划股”; a list with anything but names in it is left alone. */
function listBehind(context: ProofContext, mention: Mention): readonly FigureFinding[] | null {
  const text = textOf(context, mention);
  const behind = text.slice(mention.figure.to, mention.figure.to + 260);
  const found = INTRODUCED.exec(behind);
  const list = (found?.groups?.['list'] ?? '').replace(/）.*$/, '');
  if (!found || !list.includes('、') || /[，\d]|其中|一是/.test(list) || /等[^、]{0,8}$/.test(list)) return null;
  const { least, most, items } = countable(list);
  const stated = mention.figure.value.toNumber();
  if ((stated >= least && stated <= most) || items.some((item) => item.length > LONGEST_ITEM)) return [];
  const end = mention.figure.to + found.index + found[0].indexOf(list) + list.length;
  return [findingOf(context, mention, 'warning', items, mention.figure.from, end)];
}

function findingOf(context: ProofContext, mention: Mention, level: 'warning' | 'hint', items: readonly string[], from: number, to: number): FigureFinding {
  const stated = `${written(context, mention)}${/^[\p{Script=Han}]{0,4}/u.exec(mention.tail)?.[0] ?? ''}`;
  const computed = `${items.length}${mention.figure.unit}`;
  return figureFinding(context, {
    code: 'N03', level, about: [mention], quotes: [quotePiece(context, mention.paragraph, from, to)], stated, computed,
    words: proofWords('count.list', { stated, computed, members: items.join('、') }),
  });
}
