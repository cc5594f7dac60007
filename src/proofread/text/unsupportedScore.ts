import type { ProofDocument } from '../document';
import type { Quote } from '../findings';
import { matchesIn, textFinding, type TextCheck } from './textCheck';

const SOURCE = '财预〔2020〕10号：自评得分应有得分表，低于分值的应说明原因';

/** I19: a total score below 100 with neither a score table nor a word of what was deducted for what. */
export const unsupportedScore: TextCheck = {
  code: 'I19', title: '自评得分没有得分表或扣分说明', source: SOURCE, level: 'warning',
  find: ({ document }) => {
    if (scoresAreExplained(document)) return [];
    const scores = document.paragraphs.flatMap(({ sentences }) => sentences.flatMap((sentence) =>
      PROJECT.test(sentence.reading.text) ? [] : matchesIn(document, sentence, SCORE).filter(({ match }) => isDeduction(match[1])).map(({ match, quote }) => ({ quote, score: match[1] ?? '' }))));
    // The same score told again in the conclusion is the same matter.
    return [...new Map(scores.map((one) => [one.score, one])).values()].map(({ score }) => {
      const quotes = scores.filter((one) => one.score === score).map(({ quote }) => quote);
      return textFinding(unsupportedScore, 'I19', { quotes, stated: score, computed: '' }, { score, lost: lost(score) });
    });
  },
};

/** I21: project scores below 100 beside full execution and full outputs, without a reason. */
export const unexplainedProjectScores: TextCheck = {
  code: 'I21', title: '得分低于分值未填原因', source: SOURCE, level: 'warning',
  find: ({ document }) => {
    if (scoresAreExplained(document)) return [];
    const found = document.paragraphs.flatMap((paragraph): readonly { readonly quote: Quote; readonly score: string }[] => {
      const { text } = paragraph.reading;
      if (!PROJECT.test(text) || REASON.test(text) || isNotAllSpent(text)) return [];
      return matchesIn(document, paragraph, SCORE).filter(({ match }) => isDeduction(match[1])).map(({ match, quote }) => ({ quote, score: match[1] ?? '' }));
    });
    if (found.length === 0) return [];
    const scores = [...new Set(found.map(({ score }) => `${score}分`))].join('、');
    const values = { quotes: found.map(({ quote }) => quote), stated: scores, computed: '100分' };
    return [found.length === 1
      ? textFinding(unexplainedProjectScores, 'I21.one', values, { scores })
      : textFinding(unexplainedProjectScores, 'I21', values, { count: String(found.length), scores })];
  },
};

const SCORE = /(?:自评|评价|绩效|综合|最终|整体支出)(?:综合)?(?:得分|总分|得|评分|分数)(?:结果)?(?:为|是|：)?(\d{1,3}(?:\.\d{1,2})?)分/g;
const PROJECT = /项目(?:绩效)?自评(?:综合)?(?:得分|总分|得|评分)|项目绩效自评综述/;
const REASON = /扣\d|扣分|失分|扣除|减分|未完成|未达到|未达标|偏差|原因|不足|滞后|不够|有待|问题/;
/** A table of points, or a word of where it is. */
const TABLE = /得分[\t|]|[\t|]得分|^得分$|(?:得分|评分|打分|计分|赋分)(?:情况|明细|汇总)?表|(?:得分|评分|打分|扣分)[^。]{0,16}(?:详见|见附|附后|如下表)|(?:详见|见附)[^。]{0,20}(?:得分|评分|打分|自评表)/;
const DEDUCTED = /扣(?:减|除|了)?\d|扣分|失分|减\d{1,2}(?:\.\d)?分|共扣/;

/** 产出指标（50分）：得49分: points told one by one are a table in words. */
const GOT_OF = /[（(]\d{1,3}(?:\.\d)?分[）)]\s*[：:，,]?\s*(?:自评|实)?得(?:分)?[：:]?\s*\d/g;
const FEWEST_TOLD = 3;

function scoresAreExplained(document: ProofDocument): boolean {
  if (document.paragraphs.reduce((all, { reading }) => all + (reading.text.match(GOT_OF)?.length ?? 0), 0) >= FEWEST_TOLD) return true;
  return document.paragraphs.some(({ reading }) => TABLE.test(reading.text) || DEDUCTED.test(reading.text));
}

/** An execution rate below 100% is a reason of its own. */
function isNotAllSpent(text: string): boolean {
  return [...text.matchAll(/(?:完成(?:全年|年初)?预算的|执行率(?:为|达到?|：)?)(\d{1,3}(?:\.\d{1,4})?)%/g)].some(([, rate]) => Number(rate) < 100);
}

function isDeduction(score: string | undefined): boolean {
  return score !== undefined && Number(score) > 0 && Number(score) < 100;
}

/** Points below 100, in the decimals of the score. */
function lost(score: string): string {
  const decimals = /\.(\d+)$/.exec(score)?.[1]?.length ?? 0;
  return ((100 * 10 ** decimals - Math.round(Number(score) * 10 ** decimals)) / 10 ** decimals).toFixed(decimals);
}
