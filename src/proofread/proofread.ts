import { checkAgainstWorkbook } from './againstWorkbook';
import { checkBalance } from './balance';
import { checkCounts } from './counts';
import { checkDifferences } from './differences';
import { readDocument } from './document';
import type { ProofFinding, ProofReport, ProofUnchecked, Quote } from './findings';
import { quoteOf } from './mentions';
import { checkEvaluationCounts } from './evaluationCounts';
import { checkGrowthElsewhere } from './growthElsewhere';
import { checkProjectList } from './projectList';
import { proofContext, type FigureFinding, type ProofContext } from './proofContext';
import { checkRates } from './rates';
import { checkRemainders } from './remainders';
import { checkRepeatedCounts } from './repeatedCounts';
import { checkSameMetric, resolvedOf } from './sameMetric';
import { checkScoreForms } from './scoreForms';
import { checkScores } from './scores';
import { checkShares } from './shares';
import { checkSums } from './sums';
import { textChecks } from './textChecks';
import { checkTables } from './tableChecks';
import { checkWorkDone } from './workDone';
import type { WorkbookFacts } from './workbookFacts';

/**
 * Proofreads the text of a report: amounts in 元, 万元, 亿元, shares, rates, counts, scores against each other, wording,
 * and with `facts` against the workbook. Pure and linear in the length of the text; never throws on any text.
 */
export function proofread(text: string, facts: WorkbookFacts | null = null): ProofReport {
  const document = readDocument(text);
  const context = proofContext(document);
  const resolved = resolvedOf(context);
  const found = [
    ...checkSums(context), ...checkProjectList(context), ...checkCounts(context), ...checkSameMetric(context, resolved), ...checkBalance(context, resolved),
    ...checkShares(context), ...checkRates(context), ...checkRemainders(context), ...checkWorkDone(context), ...checkDifferences(context), ...checkGrowthElsewhere(context), ...checkRepeatedCounts(context), ...checkEvaluationCounts(context), ...checkScores(context), ...checkScoreForms(context), ...checkTables(document),
    ...(facts === null ? [] : checkAgainstWorkbook(context, resolved, facts)),
  ];
  const explained = context.groups.filter(({ head, parts }) => head.figure.kind === 'score' && parts.length >= 2).map(({ head }) => quoteOf(context, head));
  const wording = textChecks(document, facts).filter((finding) => !isExplainedScore(finding, explained));
  return { findings: inReadingOrder([...toldOnce(found), ...wording]), notChecked: uncheckedIn(context, facts) };
}

/** What this text gives no hold for. */
function uncheckedIn(context: ProofContext, facts: WorkbookFacts | null): readonly ProofUnchecked[] {
  const unchecked: ProofUnchecked[] = [];
  if (!context.mentions.some(({ figure }) => figure.kind === 'amount')) unchecked.push({ code: 'F11', reason: '文中没有读到金额，未核对合计、占比、执行率和前后一致' });
  if (facts !== null && context.year !== null && context.year !== facts.year) unchecked.push({ code: 'F11', reason: `文中说的是${context.year}年，工作簿是${facts.year}年，未与工作簿核对` });
  return unchecked;
}

/** A score whose points are told after it (其中产出48.64分 …) is not without reasons. */
function isExplainedScore({ code, quotes }: ProofFinding, explained: readonly Quote[]): boolean {
  return (code === 'I19' || code === 'I21') && quotes.some(({ start, end }) => explained.some((quote) => quote.start < end && start < quote.end));
}

/** The same wrong statement in two places is one finding with two quotations. */
function toldOnce(found: readonly FigureFinding[]): readonly FigureFinding[] {
  const merged = new Map<string, FigureFinding>();
  for (const finding of found) {
    const key = [finding.code, finding.level, finding.stated, finding.computed].join('|');
    const first = merged.get(key);
    merged.set(key, first ? { ...first, about: [...first.about, ...finding.about], quotes: [...first.quotes, ...finding.quotes] } : finding);
  }
  return [...merged.values()];
}

function inReadingOrder(findings: readonly ProofFinding[]): readonly ProofFinding[] {
  return findings.map(({ code, level, quotes, stated, computed, message }) => ({ code, level, quotes, stated, computed, message }))
    .sort((one, other) => (one.quotes[0]?.start ?? 0) - (other.quotes[0]?.start ?? 0));
}
