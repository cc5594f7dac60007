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
  | 'upstream'
  /** Both rest on a common figure. */
  | 'kin';

const GRAVITY: Readonly<Record<Finding['level'], number>> = { error: 0, warning: 1, hint: 2 };

interface Family {
  readonly leader: string;
  readonly followers: readonly string[];
  readonly relation: Relation;
}

/** Codes that speak of what a computed cell states. */
const STATED = [
  'F01', 'F02', 'F03', 'F04', 'F05', 'F06', 'F09', 'F10', 'F11', 'F13', 'F14', 'F16', 'F25', 'R01', 'R02', 'R03', 'R04', 'R06', 'R07', 'R08', 'R09', 'R11', 'R12',
  'N01', 'I03', 'I05', 'I06', 'I18', 'I20', 'T01', 'T02', 'T10', 'A01',
];

/** Codes that speak of amounts, and so repeat what is wrong with one of them. */
const OF_AMOUNTS = [
  'F01', 'F02', 'F03', 'F04', 'F05', 'F06', 'F07', 'F08', 'F09', 'F10', 'F11', 'F12', 'F13', 'F14', 'F15', 'F16', 'F17', 'F19', 'F21', 'F22', 'F23', 'F24', 'F25', 'F26', 'F27', 'F28', 'F29',
  'R02', 'R10', 'R14', 'R15', 'T01', 'T02', 'T03', 'T05', 'T09', 'A01', 'I24', 'I25', 'P01',
];

/** One root cause, one finding. Earlier families decide first; a follower that is left out leads nothing. */
const TOTALS: readonly Family[] = [
  // An amount in another unit is wrong wherever it is added up or compared.
  { leader: 'F18', followers: OF_AMOUNTS, relation: 'downstream' },
  // A total left at zero, or not its parts, spoils everything computed from it.
  { leader: 'F13', followers: ['F01', 'F02', 'F03', 'F04', 'F05', 'F10', 'F11', 'F14', 'F16'], relation: 'downstream' },
  { leader: 'F14', followers: ['F01', 'F02', 'F06', 'F10', 'F11'], relation: 'downstream' },
  { leader: 'F06', followers: ['F02', 'F03', 'F11'], relation: 'downstream' },
  { leader: 'F01', followers: ['F11'], relation: 'downstream' },
  { leader: 'F02', followers: ['F03', 'F11'], relation: 'downstream' },
  { leader: 'F03', followers: ['F11'], relation: 'downstream' },
  { leader: 'F10', followers: ['F11'], relation: 'downstream' },
  // A project in the wrong class is missing from both halves.
  { leader: 'F23', followers: ['F08'], relation: 'same' },
  // Classes that do not add up to all projects leave open what the projects add up to.
  { leader: 'F21', followers: ['F08'], relation: 'same' },
];

/**
 * One wrong amount stands against every list beside it: findings of these codes that are off by the same amount and rest on a common
 * figure are one, told by the gravest, then by the first code, then by the one nearest to what was typed.
 */
const ONE_AMOUNT = ['F25', 'F12', 'F21', 'F03', 'F07', 'F11', 'F16', 'F04', 'F17', 'F15', 'F23', 'F09', 'F08', 'F24', 'F26', 'T09', 'F28', 'F29'];

const CONSEQUENCES: readonly Family[] = [
  // One figure with two values: its rates and reasons are told inside it.
  { leader: 'F11', followers: ['R03', 'R15', 'F22'], relation: 'upstream' },
  // A large adjustment is asked for its reason once.
  { leader: 'R15', followers: ['F22'], relation: 'same' },
  // Part of an item above the item is more than the two not being equal.
  { leader: 'T09', followers: ['F28'], relation: 'same' },
  // An amount other than what is said of it is wrong wherever else it stands.
  ...['T10', 'R08'].map((leader): Family => ({ leader, followers: ['F28', 'T03', 'T09'], relation: 'upstream' })),
  { leader: 'T04', followers: ['F28', 'T03'], relation: 'same' },
  // Retired staff counted as posts is why the sum is off.
  { leader: 'N02', followers: ['N01'], relation: 'same' },
  // A figure below zero follows from what it is computed from.
  ...['F10', 'F16', 'A01', 'F12'].map((leader): Family => ({ leader, followers: ['F19'], relation: 'kin' })),
  // Money spent that never came in shows in the balance, too.
  { leader: 'F16', followers: ['F15'], relation: 'kin' },
  // Full points without the target being met say more than that the score is another one; both move total and grade.
  { leader: 'I06', followers: ['I05', 'I07', 'I21'], relation: 'same' },
  { leader: 'I03', followers: ['I20'], relation: 'kin' },
  // Another unit is why the value could not be read.
  { leader: 'I10', followers: ['V15'], relation: 'same' },
  // A wrong amount moves its 执行率 too.
  ...['F02', 'F03', 'F06', 'F07', 'F10', 'F11', 'F08', 'F16', 'F23', 'F26'].map((leader): Family => ({ leader, followers: ['R10'], relation: 'kin' })),
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
      case 'kin': return meet(origins(leader), origins(follower));
    }
  };
  const dropped = new Set<Finding>();
  const decide = (families: readonly Family[]): void => {
    for (const { leader, followers, relation } of families) {
      for (const lead of findings.filter((finding) => finding.code === leader && !dropped.has(finding))) {
        for (const finding of findings) {
          if (finding === lead || !followers.includes(finding.code) || !related(lead, finding, relation)) continue;
          // A 尾差 never hides what is graver than itself; a replaced formula explains a 尾差 in its own cell.
          if (lead.level !== 'hint' || finding.level === 'hint') dropped.add(finding);
          else if (finding.code === 'V30') dropped.add(lead);
        }
      }
    }
  };
  decide(TOTALS);
  for (const repeated of sameAmounts(findings.filter((finding) => !dropped.has(finding)), origins)) dropped.add(repeated);
  decide(CONSEQUENCES);
  return findings.filter((finding) => !dropped.has(finding));
}

/** Findings that tell again what another one tells. */
function sameAmounts(findings: readonly Finding[], origins: (finding: Finding) => readonly string[]): readonly Finding[] {
  const candidates = findings.filter(({ code, difference }) => ONE_AMOUNT.includes(code) && difference !== '')
    .map((finding) => ({ finding, size: sizeOf(finding), origins: new Set(origins(finding)) }))
    .sort((a, b) => GRAVITY[a.finding.level] - GRAVITY[b.finding.level]
      || ONE_AMOUNT.indexOf(a.finding.code) - ONE_AMOUNT.indexOf(b.finding.code) || a.origins.size - b.origins.size);
  const told: typeof candidates = [];
  return candidates.filter((candidate) => {
    const again = told.some((lead) => lead.size === candidate.size && !ofTwoRows(lead.finding, candidate.finding)
      && [...candidate.origins].some((origin) => lead.origins.has(origin)));
    if (!again) told.push(candidate);
    return again;
  }).map(({ finding }) => finding);
}

/** Rows of a list share their columns, but not their mistakes. */
function ofTwoRows({ refs: [one] }: Finding, { refs: [other] }: Finding): boolean {
  return one !== undefined && other !== undefined && 'list' in one && 'list' in other && (one.list !== other.list || one.row !== other.row);
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
      else if (operand.at === 'item') add(refKey(operand), form.lists.get(operand.list)?.columns.get(operand.column)?.rule ?? null, operand.list);
      else if (operand.at === 'row' && list !== null) column(list, operand.column);
    }
    return all;
  };
  return (ref) => ('field' in ref ? [...visit(ref.field, form.fields.get(ref.field)?.rule ?? null, null)] : [refKey(ref), ...visit(columnKey(ref.list, ref.column), form.lists.get(ref.list)?.columns.get(ref.column)?.rule ?? null, ref.list)]);
}
