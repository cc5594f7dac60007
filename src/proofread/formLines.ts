import { decimal } from '../values/decimal';
import type { ProofParagraph } from './document';
import type { Quote } from './findings';
import type { FormNumber, FormPart } from './formParts';
import { quotePiece } from './mentions';
import type { ProofContext } from './proofContext';

/** A pasted indicator row: comparison, target, actual, points and score, whatever its columns were joined by. */
const ROW = /(?<comparison>>=|<=|[≥≤≧≦><=])(?<target>\d{1,9}(?:\.\d{1,4})?)(?<unit>[^\d\s.]{0,6})\s?(?<actual>\d{1,9}(?:\.\d{1,4})?)(?<actualUnit>[^\d\s.]{0,6})\s?(?<points>\d{1,3}(?:\.\d{1,2})?)\s(?<score>\d{1,3}(?:\.\d{1,2})?)(?=\s|$)/;
const TOTAL = /^(?:总分|合计|总计|总得分)\s?(?<points>\d{1,3}(?:\.\d{1,2})?)\s(?<score>\d{1,3}(?:\.\d{1,2})?)\s?$/;
/** 年度资金总额 with 全年预算数, 全年执行数, 分值, 执行率, 得分 run together or apart; amounts have two decimals. */
const MONEY = /资金总额：?\s?(?<amounts>(?:\d{1,9}\.\d{2}\s?){2,3})(?<points>10|20)\s?(?<rate>\d{1,3}(?:\.\d{1,2})?)%\s?(?<score>\d{1,2}(?:\.\d{1,2})?)?/;
const HEAD = /执行数.*执行率|执行率.*得分/;
const FARTHEST_HEAD = 3;
const LONGEST_LINE = 400;

/** Rows of self-evaluation forms pasted one row a line, with columns apart or run together. */
export function formLinesIn(context: ProofContext): readonly FormPart[] {
  return context.document.paragraphs.flatMap((paragraph, at): readonly FormPart[] => {
    const text = tabless(paragraph);
    const quotes = [lineOf(context, at)];
    const [money, row, total] = [/资金总额/.test(text) && hasHead(context, at) ? MONEY.exec(text)?.groups : undefined, ROW.exec(text)?.groups, TOTAL.exec(text)?.groups];
    if (money) {
      const [budget, executed] = [...(money['amounts'] ?? '').matchAll(/\d{1,9}\.\d{2}/g)].map(([digits]) => digits).slice(-2);
      return [{ kind: 'money', paragraph: at, quotes, budget: number(budget), executed: number(executed), points: number(money['points']), rate: number(money['rate']), score: money['score'] === undefined ? null : number(money['score']) }];
    }
    if (row) {
      const name = text.slice(0, text.indexOf(row['comparison'] ?? '')).trim().split(' ').pop() ?? '';
      return [{
        kind: 'row', paragraph: at, quotes, name, comparison: row['comparison'] ?? '', target: row['target'] ?? null, unit: row['unit'] ?? '',
        actual: row['actual'] ?? null, actualUnit: row['actualUnit'] ?? '', points: number(row['points']), score: number(row['score']),
      }];
    }
    return total ? [{ kind: 'total', paragraph: at, quotes, points: number(total['points']), score: number(total['score']), complete: false }] : [];
  });
}

function number(digits: string | undefined): FormNumber {
  return { value: decimal(digits ?? '0'), step: decimal(10).pow(-((digits ?? '').split('.')[1]?.length ?? 0)) };
}

function tabless({ reading }: ProofParagraph): string {
  return reading.text.length > LONGEST_LINE ? '' : reading.text.replaceAll('\t', ' ').trim();
}

function hasHead(context: ProofContext, at: number): boolean {
  return context.document.paragraphs.slice(Math.max(0, at - FARTHEST_HEAD), at).some((paragraph) => HEAD.test(tabless(paragraph)));
}

function lineOf(context: ProofContext, paragraph: number): Quote {
  return quotePiece(context, paragraph, 0, context.document.paragraphs[paragraph]?.reading.text.length ?? 0);
}
