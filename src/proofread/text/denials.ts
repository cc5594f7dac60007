import type { ProofDocument } from '../document';
import type { ProofFinding, Quote } from '../findings';
import { matchesIn, named, textFinding, type TextCheck } from './textCheck';

/** N07: “无…” or an amount of 0 against a place that says otherwise. */
export const denials: TextCheck = {
  code: 'N07', title: '“无…”与正文矛盾', source: '报告前后应一致：资产、采购、基金、三公经费的有无', level: 'hint',
  find: ({ document }) => MATTERS.flatMap((matter) => contradiction(document, matter)),
};

interface Matter {
  readonly denied: RegExp;
  readonly claimed: RegExp;
  readonly why: string;
}

/** An amount or a count above 0. */
const SOME = '(?:[1-9]\\d{0,8}(?:\\.\\d{1,6})?|0\\.\\d{0,5}[1-9]\\d{0,5})';
const NONE = '(?:无|没有|未发生|未安排|不涉及|未涉及|未产生)';
const ZERO = '(?:为|:|：|支出|共|合计|金额){0,3}0(?:\\.0{1,4})?(?:万元|元)';
const GOODS = '(?:设备|电脑|计算机|车辆|家具|服务器|打印机|空调|仪器|器材|摄像头|交换机|办公桌椅)';

const MATTERS: readonly Matter[] = [
  {
    denied: new RegExp('资产(?:未|没有)(?:新)?增加|(?:无|未|没有)新增(?:固定)?资产|(?:固定)?资产(?:无增加|无增减|未增减|无变动)|资产新增(?:为)?0', 'g'),
    claimed: new RegExp(`(?:增添|新增|添置|购置|新购|采购|购买|配备|配置)了?(?:\\d{1,5}|[一二两三四五六七八九十]{1,3})?[个台套件辆批部]?[\\u4e00-\\u9fff]{0,8}${GOODS}(?:[1-9]\\d{0,4}[台套个件辆])?`, 'g'),
    why: '新增的设备应计入资产；不作为资产核算的，请写明',
  },
  {
    denied: new RegExp(`${NONE}(?:任何)?政府采购(?:预算|支出|项目|事项|活动)?|政府采购(?:预算|支出|金额|规模|执行数)(?:总额)?${ZERO}`, 'g'),
    claimed: new RegExp(`政府采购(?:预算|支出|金额|规模|执行数)?(?:总额)?(?:为|共|共计|合计|：)?${SOME}(?:万元|元)|(?:公开招标|竞争性磋商|竞争性谈判|询价采购|单一来源采购)(?:方式)?(?:采购|确定|购买|完成)|(?:增添|新增|添置|购置|新购|采购|购买)了(?:[1-9]\\d{0,4}|[一二两三四五六七八九十]{1,3})[个台套件辆批部][\\u4e00-\\u9fff]{0,8}${GOODS}`, 'g'),
    why: '限额以下的购置不属于政府采购，是这种情况的请写明',
  },
  fund('政府性基金'),
  fund('国有资本经营'),
  {
    denied: new RegExp(`${NONE}(?:国内)?公务接待|公务接待费(?:用|支出)?(?:决算|预算)?${ZERO}`, 'g'),
    claimed: new RegExp(`公务接待(?:费)?(?:用|支出|决算数?)?(?:为|共|共计|：)?${SOME}(?:万元|元)|(?:公务)?接待(?:来宾|来客|国内公务接待)?(?:共|共计)?${SOME}(?:批次|批|人次)`, 'g'),
    why: '有无公务接待前后不同',
  },
  {
    denied: new RegExp(`${NONE}因公出国|因公出国（境）(?:费)?(?:用|支出)?(?:决算|预算)?${ZERO}`, 'g'),
    claimed: new RegExp(`因公出国（境）(?:费)?(?:用|支出|决算数?)?(?:为|共|：)?${SOME}(?:万元|元)|因公出国（境）(?:团组)?(?:共|共计)?${SOME}(?:个团|个|人次)`, 'g'),
    why: '有无因公出国（境）前后不同',
  },
  {
    denied: /(?:无|没有|未配备|未保留)(?:任何)?公务用车|公务用车保有量(?:为|：)?0辆/g,
    claimed: new RegExp(`公务用车(?:运行|购置)(?:及运行)?(?:维护)?费(?:用|支出|决算数?)?(?:为|共|：)?${SOME}(?:万元|元)|公务用车保有量(?:为|：)?${SOME}辆|公务用车${SOME}辆`, 'g'),
    why: '有无公务用车前后不同',
  },
  {
    denied: /(?:无|没有|未)(?:发生)?资产处置|未处置(?:任何)?(?:固定)?资产/g,
    claimed: new RegExp(`(?:处置|报废|划转|调拨)了?(?:固定)?资产?${SOME}[台套个件辆批]`, 'g'),
    why: '有无资产处置前后不同',
  },
];

function fund(name: string): Matter {
  return {
    denied: new RegExp(`${NONE}${name}(?:预算)?(?:财政拨款)?(?:收入|项目支出|支出|收支|项目|预算)?`, 'g'),
    claimed: new RegExp(`${name}(?:预算)?(?:财政拨款)?(?:收入|支出|项目支出|拨款)(?:决算数?|预算数?)?(?:为|共|：)?${SOME}(?:万元|元)`, 'g'),
    why: `有无${name}前后不同`,
  };
}

/** What is planned, hoped for or said of another year claims nothing. */
const NOT_CLAIMED = /(?:未|无|没有|不|计划|拟|将|建议|需要|需|应|申请|争取|准备|下一年|明年)[^，。；]{0,6}$/;
const SHOWN = 3;

function contradiction(document: ProofDocument, { denied, claimed, why }: Matter): readonly ProofFinding[] {
  const [denial] = places(document, denied, () => true);
  if (!denial) return [];
  const claims = places(document, claimed, (before) => !NOT_CLAIMED.test(before))
    .filter((claim) => claim.year === null || denial.year === null || claim.year === denial.year);
  if (claims.length === 0) return [];
  const quotes = [denial, ...claims.slice(0, SHOWN)].map(({ quote }) => quote);
  return [textFinding(denials, 'N07', { quotes, stated: denial.quote.text, computed: claims[0]?.quote.text ?? '' }, { denial: named([denial.quote.text]), claim: named(claims.map(({ quote }) => quote.text)), why })];
}

interface Place {
  readonly quote: Quote;
  /** Year the sentence speaks of, when it names just one. */
  readonly year: string | null;
}

function places(document: ProofDocument, expression: RegExp, accepts: (before: string) => boolean): readonly Place[] {
  return document.paragraphs.flatMap(({ sentences }) => sentences.flatMap((sentence) => {
    const { text } = sentence.reading;
    const years = [...new Set([...text.matchAll(/(20\d\d)年/g)].map(([, year]) => year ?? ''))];
    return matchesIn(document, sentence, expression)
      .filter(({ match }) => accepts(text.slice(Math.max(0, match.index - 12), match.index)))
      .map(({ quote }) => ({ quote, year: years.length === 1 ? years[0] ?? null : null }));
  }));
}
