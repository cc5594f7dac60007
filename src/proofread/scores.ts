import { decimal } from '../values/decimal';
import { quoteOf, quotePiece } from './mentions';
import { figureFinding, textOf, written, type FigureFinding, type ProofContext } from './proofContext';
import { proofWords } from './texts';

const TOTAL_SCORE = /(?:自评|评价|综合|最终|绩效|总)(?:得分|评分|总分|分|得)|总得分|总分/;
const GRADE = /^(?:（[^（）]{0,40}）)?[^。；]{0,60}?(?:等级|等次|档次|评定|评为|结果|级别)[^。；，优良中差]{0,8}[“"「]?(?<grade>优秀|优|良好|良|中等|中|差|较差)[”"」]?(?=等|级|档|[，。；）\s]|$)/;
const BANDS: readonly (readonly [string, number])[] = [['优', 90], ['良', 80], ['中', 60], ['差', 0]];
const WORTH = /(?:分值|满分|标准分|权重)(?:为|是|：)?$/;
const GOT = /(?:得分|实得|得|自评分|自评得分)(?:为|是|：)?$/;

/** I04, I20 财预〔2020〕10号、等级口径: a score within its points, a grade that fits its score. */
export function checkScores(context: ProofContext): readonly FigureFinding[] {
  return context.mentions.flatMap((mention): readonly FigureFinding[] => {
    if (mention.figure.kind !== 'score' || mention.figure.loose) return [];
    const before = context.mentions[mention.index - 1];
    if (before?.figure.kind === 'score' && before.sentence === mention.sentence && WORTH.test(before.label) && GOT.test(mention.label) && mention.figure.value.gt(before.figure.value)) {
      const slots = { stated: written(context, mention), computed: written(context, before) };
      return [figureFinding(context, { code: 'I04', level: 'error', about: [before, mention], ...slots, words: proofWords('score.exceeds', slots) })];
    }
    const text = textOf(context, mention);
    const found = TOTAL_SCORE.test(mention.label) && mention.figure.value.lte(100) ? GRADE.exec(text.slice(mention.figure.to, mention.figure.to + 120)) : null;
    const grade = found?.groups?.['grade'] ?? '';
    if (!found || /满分(?:为)?(?!100)\d{2,3}分/.test(text)) return [];
    const computed = BANDS.find(([, from]) => mention.figure.value.gte(decimal(from)))?.[0] ?? '';
    if (grade.replace('较', '').startsWith(computed)) return [];
    const slots = { stated: written(context, mention), grade, computed };
    return [figureFinding(context, {
      code: 'I20', level: 'warning', about: [mention], quotes: [quoteOf(context, mention), quotePiece(context, mention.paragraph, mention.figure.to, mention.figure.to + found[0].length)],
      stated: grade, computed, words: proofWords('grade', slots),
    })];
  });
}
