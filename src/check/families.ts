import type { CellRef } from '../evaluation/evaluate';
import type { BoundRule, Form, Operand } from '../evaluation/form';
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
  /** Only where both are off by the same amount: one wrong figure told from two sides. */
  readonly sameDifference?: boolean;
}

/** Codes that speak of what a computed cell states. */
const STATED = ['F01', 'F02', 'F03', 'F10', 'F11', 'F13', 'F14', 'R01', 'R02', 'R03', 'R04', 'N01', 'I06', 'T01', 'T02', 'A01', 'F25'];

/** One root cause, one finding. Earlier families decide first; a follower that is left out leads nothing. */
const FAMILIES: readonly Family[] = [
  // A total left at zero, or not its parts, spoils everything computed from it.
  { leader: 'F13', followers: ['F01', 'F02', 'F03', 'F10', 'F11', 'F14'], relation: 'downstream' },
  { leader: 'F14', followers: ['F01', 'F02', 'F10', 'F11'], relation: 'downstream' },
  // A functional item that is not its parts is missing from the total by as much.
  { leader: 'F25', followers: ['F03', 'F11'], relation: 'downstream', sameDifference: true },
  { leader: 'F01', followers: ['F11'], relation: 'downstream' },
  { leader: 'F02', followers: ['F03', 'F11'], relation: 'downstream' },
  { leader: 'F03', followers: ['F11'], relation: 'downstream' },
  { leader: 'F10', followers: ['F11'], relation: 'downstream' },
  // One wrong figure of the expenditure stands against every list beside it.
  { leader: 'F03', followers: ['F07', 'F08', 'F23', 'F24'], relation: 'upstream', sameDifference: true },
  { leader: 'F07', followers: ['F08', 'F23', 'F24'], relation: 'upstream', sameDifference: true },
  { leader: 'F11', followers: ['F03', 'F07', 'F17', 'F24'], relation: 'upstream', sameDifference: true },
  { leader: 'F17', followers: ['F24'], relation: 'upstream', sameDifference: true },
  // A project missing from what was stated, or in the wrong class, is missing from the sums too.
  { leader: 'F20', followers: ['F21'], relation: 'same' },
  { leader: 'F21', followers: ['F08', 'F23'], relation: 'downstream', sameDifference: true },
  { leader: 'F23', followers: ['F08'], relation: 'same' },
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
  const sources = (finding: Finding): readonly string[] => finding.refs.flatMap((ref) => ('list' in ref ? [refKey(ref), columnKey(ref.list, ref.column)] : [ref.field]));
  const origins = (finding: Finding): readonly string[] => finding.refs.flatMap((ref) => upstream(ref));
  const related = (leader: Finding, follower: Finding, relation: Relation): boolean => {
    switch (relation) {
      case 'same': return meet(cells(leader), cells(follower));
      case 'downstream': return meet(sources(leader), origins(follower));
      case 'upstream': return meet(origins(leader), sources(follower));
    }
  };
  const dropped = new Set<Finding>();
  for (const { leader, followers, relation, sameDifference } of FAMILIES) {
    for (const lead of findings.filter((finding) => finding.code === leader && !dropped.has(finding))) {
      for (const finding of findings) {
        if (finding === lead || !followers.includes(finding.code) || !related(lead, finding, relation)) continue;
        if (sameDifference && sizeOf(lead) !== sizeOf(finding)) continue;
        // A 尾差 never hides what is graver than itself; a replaced formula explains a 尾差 in its own cell.
        if (lead.level !== 'hint' || finding.level === 'hint') dropped.add(finding);
        else if (finding.code === 'V30') dropped.add(lead);
      }
    }
  }
  return findings.filter((finding) => !dropped.has(finding));
}

/** A difference whichever side it is taken from. */
function sizeOf({ difference }: Finding): string {
  return difference.replace(/^-/, '');
}

function meet(one: readonly string[], other: readonly string[]): boolean {
  return one.some((cell) => other.includes(cell));
}

/** A whole list column, as what totals are computed from. */
function columnKey(list: string, column: string): string {
  return `${list}[].${column}`;
}

/** The cell itself and every field and list column it is computed from, all the way down. */
function upstreamOf(form: Form): (ref: CellRef) => readonly string[] {
  const known = new Map<string, ReadonlySet<string>>();
  const visit = (id: string, rule: BoundRule | null, list: string | null): ReadonlySet<string> => {
    const found = known.get(id);
    if (found) return found;
    const all = new Set([id]);
    known.set(id, all);
    const add = (next: string, nextRule: BoundRule | null, nextList: string | null): void => {
      for (const origin of visit(next, nextRule, nextList)) all.add(origin);
    };
    const column = (of: string, name: string): void => { add(columnKey(of, name), form.lists.get(of)?.columns.get(name)?.rule ?? null, of); };
    for (const operand of Object.values(rule?.operands ?? {}).flat() as Operand[]) {
      if (operand.at === 'field') add(operand.id, form.fields.get(operand.id)?.rule ?? null, null);
      else if (operand.at === 'column') column(operand.list, operand.column);
      else if (list !== null) column(list, operand.column);
    }
    return all;
  };
  return (ref) => ('field' in ref ? [...visit(ref.field, form.fields.get(ref.field)?.rule ?? null, null)] : [refKey(ref)]);
}
