import { checkAgainstWorkbook } from './againstWorkbook';
import { checkBalance } from './balance';
import { checkCounts } from './counts';
import { checkDifferences } from './differences';
import { readDocument } from './document';
import type { ProofFinding, ProofReport } from './findings';
import { quoteOf } from './mentions';
import { checkProjectList } from './projectList';
import { proofContext, type FigureFinding, type ProofContext } from './proofContext';
import { checkRates } from './rates';
import { checkRemainders } from './remainders';
import { checkSameMetric, resolvedOf } from './sameMetric';
import { checkScores } from './scores';
import { checkShares } from './shares';
import { checkSums } from './sums';
import { textChecks } from './textChecks';
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
    ...checkShares(context), ...checkRates(context), ...checkRemainders(context), ...checkWorkDone(context), ...checkDifferences(context), ...checkScores(context),
    ...(facts === null ? [] : checkAgainstWorkbook(context, resolved, facts)),
  ];
  const wording = textChecks(document, facts).filter((finding) => !isExplainedScore(context, finding));
  return { findings: inReadingOrder([...toldOnce(found), ...wording]), notChecked: [] };
}

/** A score whose points are told after it (其中产出48.64分 …) is not without reasons. */
function isExplainedScore(context: ProofContext, { code, quotes }: ProofFinding): boolean {
  if (code !== 'I19' && code !== 'I21') return false;
  const explained = context.groups.filter(({ head, parts }) => head.figure.kind === 'score' && parts.length >= 2).map(({ head }) => quoteOf(context, head));
  return quotes.some(({ start, end }) => explained.some((quote) => quote.start < end && start < quote.end));
}

/** The same wrong statement in two places is one finding with two quotations. */
function toldOnce(found: readonly FigureFinding[]): readonly FigureFinding[] {
  const merged: FigureFinding[] = [];
  for (const finding of found) {
    const twin = merged.findIndex(({ code, level, stated, computed }) => code === finding.code && level === finding.level && stated === finding.stated && computed === finding.computed);
    const first = merged[twin];
    if (!first) merged.push(finding);
    else merged[twin] = { ...first, about: [...first.about, ...finding.about], quotes: [...first.quotes, ...finding.quotes] };
  }
  return merged;
}

function inReadingOrder(findings: readonly ProofFinding[]): readonly ProofFinding[] {
  return findings.map(({ code, level, quotes, stated, computed, message }) => ({ code, level, quotes, stated, computed, message }))
    .sort((one, other) => (one.quotes[0]?.start ?? 0) - (other.quotes[0]?.start ?? 0));
}
