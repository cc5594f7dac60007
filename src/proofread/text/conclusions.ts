import { sectionsOf } from '../sections';
import { matchesIn, named, textFinding, type TextCheck } from './textCheck';

/** N12: all spent and reached, and yet money was taken back or projects lag behind. */
export const conclusions: TextCheck = {
  code: 'N12', title: '问题与结论矛盾', source: '财预〔2020〕10号：评价结论应与执行情况、存在问题一致', level: 'hint',
  find: ({ document }) => {
    const sections = sectionsOf(document.paragraphs);
    const claims = document.paragraphs.flatMap(({ sentences }, at) => (sections[at]?.project ?? null) !== null ? [] : sentences.filter(({ reading }) => reading.text.includes('100')).flatMap((sentence) =>
      PART_YEAR.test(sentence.reading.text) ? [] : matchesIn(document, sentence, ALL_SPENT).map(({ quote }) => quote)));
    const [claim] = claims;
    if (!claim) return [];
    const doubts = document.paragraphs.flatMap(({ sentences }) => sentences.flatMap((sentence) =>
      ADVICE.test(sentence.reading.text) ? [] : matchesIn(document, sentence, DOUBT)
        .filter(({ match }) => !NOT_SO.test(sentence.reading.text.slice(Math.max(0, match.index - 12), match.index)))
        .map(({ quote }) => quote)));
    if (doubts.length === 0) return [];
    return [textFinding(conclusions, 'N12', { quotes: [claim, ...doubts], stated: claim.text, computed: doubts[0]?.text ?? '' }, { claim: named([claim.text]), doubt: named(doubts.map(({ text }) => text)) })];
  },
};

const ALL_SPENT = /(?:预算)?(?:总体|整体|全年|综合)?(?:预算)?(?:总体|整体)?(?:执行率|执行总体进度|执行进度|执行总进度|总体进度)(?:均)?(?:为|达到?|：)?100(?:\.0{1,2})?%/g;
const PART_YEAR = /1(?:-|—|~|至|到)(?:[1-9]|1[01])月(?!.{0,40}12月)|上半年|季度/;
const DOUBT = /(?:预算)?执行率(?:不高|偏低|较低|过低)|执行进度(?:缓慢|较慢|偏慢|滞后|不快)|支出进度(?:缓慢|较慢|偏慢|滞后)|(?:预算|资金|指标|经费)[^，。；]{0,6}收回|收回[^，。；]{0,6}(?:预算|资金|指标)|资金(?:闲置|沉淀)/g;
/** What ought to be done. */
const ADVICE = /^(?:建议|下一步|今后)|建议(?:加强|进一步)|应当|办法》/;
/** Denied, to come, or to be avoided, in the same clause. */
const NOT_SO = /(?:无|未|没有|不存在|不得|将|拟|及时取|避免|防止|杜绝|减少|力争)[^，。；]{0,8}$/;
