/** Which stage of the budget year an amount belongs to. */
export type Role = 'initial' | 'adjustment' | 'adjusted' | 'budget' | 'final';

/** Which money: all of it, or one kind. `fiscal` is 财政拨款, the sum of the three budgets. */
export type Fund = 'general' | 'govFund' | 'capital' | 'fiscal' | 'other';

/** What an amount is about, as far as its words tell. */
export interface Subject {
  /** Known metric (支出, 基本支出, 三公 …), a name of its own, or blank when only the role is named (决算数). */
  readonly metric: string;
  /** The metric is one of the words of the field, and nothing of its label was left over. */
  readonly certain: boolean;
  readonly role: Role | null;
  readonly fund: Fund | null;
  /** Year named beside it; −1 for 上年. */
  readonly year: number | null;
  /** Part of the year, e.g. 1-6; null for the whole. */
  readonly period: string | null;
  /** 总计 (carry-overs included), 合计 (of this year), 总额 …; blank without. */
  readonly total: string;
  /** Whose figure: name of an institution as written; blank for the unit itself. */
  readonly owner: string;
}

export const METRICS = {
  income: '收入', expenditure: '支出', basic: '基本支出', project: '项目支出', staff: '人员经费', office: '公用经费',
  threePublic: '“三公”经费', abroad: '因公出国（境）费', vehicles: '公务用车购置及运行维护费', vehiclePurchase: '公务用车购置费', vehicleRunning: '公务用车运行维护费', reception: '公务接待费',
  meetings: '会议费', training: '培训费', travel: '差旅费', operating: '机关运行经费', procurement: '政府采购', carryOver: '结转结余',
} as const;

const METRIC_WORDS: readonly (readonly [string, RegExp])[] = [
  ['abroad', /因公出国[（(]?境?[）)]?(?:费用|经费|费)?(?:支出)?/],
  ['vehiclePurchase', /公务用车购置(?!及|和|、|与)(?:费用|经费|费)?(?:支出)?/],
  ['vehicles', /公务用车购置(?:及|和|、|与)运行(?:维护)?(?:费用|经费|费)?(?:支出)?/],
  ['vehicleRunning', /公务用车运行(?:维护)?(?:费用|经费|费)?(?:支出)?/],
  ['reception', /公务接待(?:费用|经费|费)?(?:支出)?/],
  ['threePublic', /[“"]?三公[”"]?经?费?(?:支出)?/],
  ['meetings', /会议费(?:支出)?/],
  ['training', /培训费(?:支出)?/],
  ['travel', /差旅费(?:支出)?/],
  ['operating', /机关运行(?:经费|费)(?:支出)?/],
  ['procurement', /政府采购(?:支出|金额)?/],
  ['carryOver', /(?:年终|年末)?(?:结转(?:和|与|及)?结余|结余结转|结余(?:和|与)?结转|结余|结转)(?:资金|数|额)?/],
  ['basic', /基本支出/],
  ['project', /项目支出/],
  ['staff', /人员(?:经费|支出)(?:支出)?/],
  ['office', /(?:日常)?公用(?:经费|支出)(?:支出)?/],
  ['expenditure', /(?:总支出|支出)/],
  ['income', /(?:总收入|收入)/],
];

const WHOLES: readonly string[] = ['income', 'expenditure', 'basic', 'project', 'carryOver'];

/** The one metric of its own (“三公”经费, 政府采购, 会议费 …) some words name; null when they name none or several. */
export function ownMetricIn(words: string): string | null {
  const named = METRIC_WORDS.filter(([metric, pattern]) => !WHOLES.includes(metric) && pattern.test(words)).map(([metric]) => metric);
  return named.length === 1 ? named[0] ?? null : null;
}

const FUND_WORDS: readonly (readonly [Fund, RegExp])[] = [
  ['general', /一般公共(?:服务)?预算(?:财政)?(?:拨款|资金)?|公共财政预算(?:拨款)?/],
  ['govFund', /政府性基金(?:预算)?(?:财政)?(?:拨款|资金)?/],
  ['capital', /国有资本经营(?:预算)?(?:财政)?(?:拨款|资金)?/],
  ['other', /财政专户(?:管理)?资金|单位(?:自有)?资金|自有资金|非财政拨款|其他资金|(?:中央|省|市|县|区|上级|本级)(?:级|级财政)?(?:专项|补助)?资金|上级补助/],
  ['fiscal', /财政(?:性)?(?:拨款|资金)/],
];

const ROLE_WORDS: readonly (readonly [Role, RegExp])[] = [
  ['adjusted', /调整后(?:的)?(?:全年)?(?:预算)?|调整预算|全年(?:预算|安排)|年度预算|预算总(?=收|支)/],
  ['adjustment', /(?:年中|中期|年度中|预算)?(?:调整|追加|调增|调减|追减|核增|核减)(?:预算)?/],
  ['initial', /年初(?:部门)?(?:预算|批复|安排)?(?:预算)?/],
  ['final', /决算|(?:实际|累计){0,2}执行|(?:累计)?实际(?:支出|使用|支付|完成|发生|到位)?|累计/],
  ['budget', /预算/],
];

const YEAR = /(?<!\d)((?:19|20)\d\d)年度?/;
const LAST_YEAR = /上一?年度?|去年|上年同期|以前年度/;
const PERIOD = /(\d{1,2})月?[-—~至到](\d{1,2})月份?|截?[至止](\d{1,2})月(?:底|末|份)?|(上半年|下半年|前三季度|第?[一二三四1-4]季度)/;
const OWNER = /[\p{Script=Han}（）]{1,30}?(?:中心|局|委员会|委|办公室|办|学校|小学|中学|幼儿园|医院|卫生院|站|研究所|所|大队|支队|队|管理处|处|协会|联合会|会|人民政府|镇|乡|街道|厅|馆|社|公司|本级)(?=$|[（(]|部门|单位|机关|年|20|本|总|收|支|财|决|预|整|“|基|项|人|公|一般|政府|全)/u;
const OWN = /^(?:县|市|区|州|省)?(?:我|本|该|全)(?:单位|部门|局|委|办|中心|院|校|站|所|队|处|会|镇|乡|街道|馆|社|厅|系统|县|市|区|州|省)?$/;
const FILLER = /部门|单位|机关|整体|本年度?|当年|今年|年度|年末|年终|全年|截至|截止|底|末|批复|下达|安排|总额|总计|合计|共计|总量|总|累计|金额|资金|经费|数额|数|额|规模|情况|其中|主要|包括|包含|分别|用于|涉及|共有|共|全部|均|各项|各|为|是|达到|达|的|了|有|我|本|该|约|计|收到|取得|实现|完成|由|在|于|和|及|与|即|：|“|”|"|\(|\)|（|）|、|\d{1,2}[.、]|-|#|\*/g;

/** Reads the words before a figure. Pure; the caller adds what the sentence and the section tell. */
export function readSubject(label: string): Subject {
  let rest = label;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    const found = pattern.exec(rest);
    if (found) rest = `${rest.slice(0, found.index)}\u0001${rest.slice(found.index + found[0].length)}`;
    return found;
  };
  const total = /总计|合计|共计|总额|总/.exec(rest)?.[0] ?? '';
  const lastYear = take(LAST_YEAR);
  const written = take(YEAR);
  const months = take(PERIOD);
  const fund = FUND_WORDS.find(([, words]) => take(words))?.[0] ?? null;
  const role = roleOf(take);
  const metric = METRIC_WORDS.find(([, words]) => take(words))?.[0] ?? '';
  const year = written ? Number(written[1]) : lastYear ? -1 : null;
  const pieces = rest.split('\u0001');
  const first = pieces.findIndex((piece) => piece !== '');
  const found = OWNER.exec(pieces[first] ?? '');
  const owner = found?.index === 0 ? found[0] : '';
  const left = pieces.map((piece, at) => (at === first ? piece.slice(owner.length) : piece)).join('').replaceAll(FILLER, '').replace(metric === '' || metric === 'expenditure' ? /^$/ : /^支出$/, '');
  const own = owner === '' || OWN.test(owner);
  return {
    metric: left === '' ? metric : `${left}${metric === '' ? '' : `·${metric}`}`,
    certain: left === '' && (metric !== '' || role !== null),
    role, fund, year, period: periodOf(months), total, owner: own ? '' : owner,
  };
}

/** 预算执行 is execution; of two roles in one label (年初预算…决算) the last stage named counts. */
function roleOf(take: (pattern: RegExp) => RegExpExecArray | null): Role | null {
  const found = ROLE_WORDS.filter(([, words]) => take(words)).map(([role]) => role);
  return found.find((role) => role === 'final') ?? found[0] ?? null;
}

function periodOf(months: RegExpExecArray | null): string | null {
  if (!months) return null;
  const [, from, to, until, words] = months;
  if (words !== undefined) return words;
  const first = from ?? '1';
  const last = to ?? until ?? '12';
  return first === '1' && last === '12' ? null : `${first}-${last}`;
}
