import type { CellRef } from '../evaluation/evaluate';
import type { Finding } from './check';
import { refKey } from './overwritten';

/**
 * One root cause, one finding: a follower is not told where its leader already speaks of one of the same cells.
 * `at: 'first'` compares only the cell each of them points to.
 */
interface Family {
  readonly leader: string;
  readonly followers: readonly string[];
  readonly at: 'any' | 'first';
}

/** Codes whose findings rest on what a computed cell states. */
const STATED = ['F01', 'F02', 'F03', 'F10', 'F11', 'F13', 'F14', 'R01', 'R02', 'R03', 'R04', 'N01', 'I06'];

const FAMILIES: readonly Family[] = [
  // A figure that contradicts itself also spoils deviation, adjustment and their rates.
  { leader: 'F11', followers: ['R03', 'R15', 'F10'], at: 'any' },
  // A total left at zero never equals its parts.
  { leader: 'F13', followers: ['F01', 'F02', 'F03', 'F10', 'F11', 'F14', 'R15'], at: 'any' },
  { leader: 'F14', followers: ['F01', 'F02', 'F10', 'F11'], at: 'any' },
  { leader: 'F01', followers: ['F11'], at: 'any' },
  { leader: 'F02', followers: ['F11'], at: 'any' },
  { leader: 'F10', followers: ['R15'], at: 'any' },
  // Executed amounts that fall make the later rate wrong too.
  { leader: 'R02', followers: ['R01'], at: 'first' },
  // Wrong shares do not add up either.
  { leader: 'R04', followers: ['R05'], at: 'any' },
  // What is wrong with a figure says more than that its formula was replaced.
  ...STATED.map((leader): Family => ({ leader, followers: ['V30'], at: 'first' })),
];

/** Takes out the findings that follow from another one. */
export function rootCauses(findings: readonly Finding[]): readonly Finding[] {
  const dropped = new Set<Finding>();
  for (const { leader, followers, at } of FAMILIES) {
    const spoken = new Set(findings.filter((finding) => finding.code === leader && !dropped.has(finding)).flatMap((finding) => cellsOf(finding, at)));
    if (spoken.size === 0) continue;
    for (const finding of findings) {
      if (followers.includes(finding.code) && cellsOf(finding, at).some((cell) => spoken.has(cell))) dropped.add(finding);
    }
  }
  return findings.filter((finding) => !dropped.has(finding));
}

function cellsOf(finding: Finding, at: Family['at']): readonly string[] {
  const refs: readonly CellRef[] = at === 'first' ? finding.refs.slice(0, 1) : finding.refs;
  return refs.map(refKey);
}
