import type { ProofDocument } from './document';
import type { ProofFinding } from './findings';
import { conclusions } from './text/conclusions';
import { denials } from './text/denials';
import { otherIdentity } from './text/identity';
import { leftovers } from './text/leftovers';
import { numbering } from './text/numbering';
import { partYear } from './text/partYear';
import { promisedItems } from './text/promisedItems';
import { stutter } from './text/stutter';
import { subjectOf, type KnownSubject } from './text/subject';
import type { TextCheck } from './text/textCheck';
import { unexplainedProjectScores, unsupportedScore } from './text/unsupportedScore';

/** Every check of a report's wording, in the order of the catalogue. */
export const TEXT_CHECKS: readonly TextCheck[] = [
  unsupportedScore, unexplainedProjectScores, promisedItems, otherIdentity, partYear, denials, numbering, leftovers, stutter, conclusions,
];

/**
 * Checks the wording of a report: names and years, numbering, leftovers, repetitions, contradictions in words, unsupported scores.
 * @param known unit and year of the workbook the text belongs to; null: they are taken from the text.
 */
export function textChecks(document: ProofDocument, known: KnownSubject | null): readonly ProofFinding[] {
  const subject = subjectOf(document, known);
  return TEXT_CHECKS.flatMap((check) => check.find({ document, subject }));
}
