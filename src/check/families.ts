import type { CellRef } from '../evaluation/evaluate';
import type { Form } from '../evaluation/form';
import type { Finding } from './check';
import { refKey } from './overwritten';

/** How a follower must be related to its leader to be left out. */
type Relation =
  /** Both speak of one of the same cells. */
  | 'same'
  /** The follower's cells are the leader's, or are computed from them. */
  | 'downstream'
  /** The follower's cells are the leader's, or the leader's are computed from them. */
  | 'upstream';

interface Family {
  readonly leader: string;
  readonly followers: readonly string[];
  readonly relation: Relation;
}

/** Codes that speak of what a computed cell states. */
const STATED = ['F01', 'F02', 'F03', 'F10', 'F11', 'F13', 'F14', 'R01', 'R02', 'R03', 'R04', 'N01', 'I06'];

/** One root cause, one finding. Earlier families decide first; a follower that is left out leads nothing. */
const FAMILIES: readonly Family[] = [
  // A total left at zero, or not its parts, spoils everything computed from it.
  { leader: 'F13', followers: ['F01', 'F02', 'F03', 'F10', 'F11', 'F14'], relation: 'downstream' },
  { leader: 'F14', followers: ['F01', 'F02', 'F10', 'F11'], relation: 'downstream' },
  { leader: 'F01', followers: ['F11'], relation: 'downstream' },
  { leader: 'F02', followers: ['F03', 'F11'], relation: 'downstream' },
  { leader: 'F03', followers: ['F11'], relation: 'downstream' },
  { leader: 'F10', followers: ['F11'], relation: 'downstream' },
  // One figure with two values: its rates and reasons are told inside it.
  { leader: 'F11', followers: ['R03', 'R15'], relation: 'upstream' },
  // Executed amounts that fall, or two amounts with one rate, make the later rate wrong too.
  { leader: 'R02', followers: ['R01'], relation: 'same' },
  // Wrong shares do not add up either.
  { leader: 'R04', followers: ['R05'], relation: 'same' },
  // A row without formulas differs in all its computed cells.
  { leader: 'V26', followers: ['V30'], relation: 'same' },
  // What is wrong with a figure says more than that its formula was replaced.
  ...STATED.map((leader): Family => ({ leader, followers: ['V30'], relation: 'same' })),
];

/** Takes out the findings that follow from another one. */
export function rootCauses(form: Form, findings: readonly Finding[]): readonly Finding[] {
  const upstream = upstreamOf(form);
  const cells = (finding: Finding): readonly string[] => finding.refs.map(refKey);
  const origins = (finding: Finding): readonly string[] => finding.refs.flatMap((ref) => upstream(ref));
  const related = (leader: Finding, follower: Finding, relation: Relation): boolean => {
    switch (relation) {
      case 'same': return meet(cells(leader), cells(follower));
      case 'downstream': return meet(cells(leader), origins(follower));
      case 'upstream': return meet(origins(leader), cells(follower));
    }
  };
  const dropped = new Set<Finding>();
  for (const { leader, followers, relation } of FAMILIES) {
    for (const lead of findings.filter((finding) => finding.code === leader && !dropped.has(finding))) {
      for (const finding of findings) {
        if (finding === lead || !followers.includes(finding.code) || !related(lead, finding, relation)) continue;
        // A 尾差 never hides what is graver than itself; a replaced formula explains a 尾差 in its own cell.
        if (lead.level !== 'hint' || finding.level === 'hint') dropped.add(finding);
        else if (finding.code === 'V30') dropped.add(lead);
      }
    }
  }
  return findings.filter((finding) => !dropped.has(finding));
}

function meet(one: readonly string[], other: readonly string[]): boolean {
  return one.some((cell) => other.includes(cell));
}

/** The cell itself and every field it is computed from, all the way down. */
function upstreamOf(form: Form): (ref: CellRef) => readonly string[] {
  const known = new Map<string, ReadonlySet<string>>();
  const visit = (id: string): ReadonlySet<string> => {
    const found = known.get(id);
    if (found) return found;
    const all = new Set([id]);
    known.set(id, all);
    for (const operand of Object.values(form.fields.get(id)?.rule?.operands ?? {}).flat()) {
      if (operand.at === 'field') for (const origin of visit(operand.id)) all.add(origin);
    }
    return all;
  };
  return (ref) => ('field' in ref ? [...visit(ref.field)] : [refKey(ref)]);
}
