import type { Pack } from '../../pack/pack';
import { decimal } from '../../values/decimal';
import { percentText } from '../../values/figureText';
import { checkUseLabel, wordOfFigure, wordOfMember, wordOfValue } from '../templateSettings/packWords';

export type ChangeGroup = '基本信息' | '计分' | '预填内容' | '自定义规则' | '校验' | '表样和文字';

/** One thing a bureau changed in its pack, in words. */
export interface PackChange {
  readonly group: ChangeGroup;
  readonly what: string;
  /** Null: it was not there before. */
  readonly before: string | null;
  /** Null: it is there no more. */
  readonly after: string | null;
}

/** Everything in which two packs differ; packs that say the same have no change. Parts are matched by their ids or names. */
export function packChanges(before: Pack, after: Pack): readonly PackChange[] {
  return differing(before, after, { group: '基本信息', words: [], member: '', kind: null, identifiedBy: null, columns: new Map(), isRate: false });
}

interface Place {
  readonly group: ChangeGroup;
  /** Names from the outside in: 【收入】, 绩效指标, “信息化建设率”, 权重. */
  readonly words: readonly string[];
  /** Member of the pack the place lies in, e.g. given. */
  readonly member: string;
  /** Kind of rule or code of the check whose figures these are. */
  readonly kind: string | null;
  /** Inside a list: what its rows are known by. */
  readonly identifiedBy: string | null;
  /** Inside a block: its columns. */
  readonly columns: ReadonlyMap<unknown, Members>;
  /** Figures are shares, shown as 模板设置 does: 40%. */
  readonly isRate: boolean;
}

type Members = Readonly<Record<string, unknown>>;

function differing(before: unknown, after: unknown, place: Place): readonly PackChange[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  if (isMembers(before) && isMembers(after)) {
    const within = placeOf(after, place);
    return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((member) =>
      differing(before[member], after[member], memberPlace(member, within, isMembers(before[member] ?? after[member]))));
  }
  const [old, now] = [partsOf(before, place), partsOf(after, place)];
  if (old && now && (before !== undefined || after !== undefined)) return differingParts(old, now, place);
  return [{ group: place.group, what: whatOf(place), before: shown(before, place), after: shown(after, place) }];
}

/** Named parts; none where there is nothing, null where there is something else. */
function partsOf(value: unknown, place: Place): readonly Members[] | null {
  if (value === undefined) return [];
  return Array.isArray(value) && value.every((part): part is Members => isMembers(part) && (SILENT.has(place.member) || nameOf(part, place) !== undefined)) ? value : null;
}

function differingParts(before: readonly Members[], after: readonly Members[], place: Place): readonly PackChange[] {
  const [old, now] = [keyed(before, place), keyed(after, place)];
  const changes = [...new Set([...old.keys(), ...now.keys()])].flatMap((key): readonly PackChange[] => {
    const was = old.get(key), is = now.get(key);
    return differing(was, is, { ...place, words: [...place.words, partName(is ?? was ?? {}, place)] });
  });
  if (changes.length > 0) return changes;
  const order = (parts: ReadonlyMap<string, Members>): string => [...parts.values()].map((part) => partName(part, place)).join('、');
  return [{ group: place.group, what: whatOf({ ...place, words: [...place.words, '顺序'] }), before: order(old), after: order(now) }];
}

/** Parts by what they are known by; equal names are counted. */
function keyed(parts: readonly Members[], place: Place): ReadonlyMap<string, Members> {
  const keys = new Map<string, Members>();
  for (const part of parts) {
    const name = String(nameOf(part, place) ?? '');
    let key = name;
    for (let number = 2; keys.has(key); number += 1) key = `${name} ${number}`;
    keys.set(key, part);
  }
  return keys;
}

/** What a part is known by, if anything. */
function nameOf(part: Members, place: Place): unknown {
  return (place.identifiedBy === null ? undefined : part[place.identifiedBy]) ?? part['id'] ?? part['code'] ?? part['name'] ?? part['label'];
}

function partName(part: Members, place: Place): string {
  if (place.identifiedBy !== null) return `“${String(part[place.identifiedBy] ?? '')}”`;
  if (place.member === 'checks') return checkUseLabel(String(part['code']));
  const isSheet = Array.isArray(part['blocks']);
  const name = String((isSheet ? part['name'] : part['heading'] ?? part['label'] ?? part['name'] ?? part['text']) ?? '');
  return isSheet ? `【${name}】` : name;
}

/** 【收入】一般公共预算财政拨款·决算数; parts without a name of their own, or with that of their sheet, are passed over. */
function whatOf({ words }: Place): string {
  return words.filter((word, i) => word !== '' && words[i - 1] !== `【${word}】`).join('·').replaceAll('】·', '】');
}

/** What is known of the members of a block, a rule or a check. */
function placeOf(part: Members, place: Place): Place {
  const { identifiedBy, columns, kind, code, content } = part;
  const named = place.member === 'checks' ? code : kind;
  return {
    ...place,
    ...(typeof identifiedBy === 'string' ? { identifiedBy } : {}),
    ...(Array.isArray(columns) ? { columns: new Map((columns as Members[]).map((column) => [column['id'], column])) } : {}),
    ...(content === 'rate' ? { isRate: true } : {}),
    ...(typeof named === 'string' ? { kind: named } : {}),
  };
}

function memberPlace(member: string, place: Place, leads: boolean): Place {
  const group = member === 'sourced' && place.group === '表样和文字' ? '预填内容' : GROUPS[member] ?? place.group;
  const column = COLUMNS_INSIDE.has(place.member) ? place.columns.get(member) : undefined;
  const special = column ? String(column['label']) : place.kind === null ? undefined : wordOfFigure(member, place.kind, leads);
  const words = [...place.words, ...(special !== undefined ? [special] : SILENT.has(member) ? [] : [wordOfMember(member, place.member)])];
  // Only rows of a list are known by its identifying column.
  return { ...place, group, words, member, identifiedBy: member === 'given' ? place.identifiedBy : null, isRate: column?.['content'] === 'rate' || place.isRate || SHARES.has(member) };
}

const GROUPS: Readonly<Record<string, ChangeGroup>> = {
  assessment: '计分', rule: '计分', totals: '计分', checks: '校验', rules: '自定义规则', sheets: '表样和文字', given: '预填内容', value: '预填内容',
};

/** Members that hold named parts or what their holder is about: their own name says nothing. */
const SILENT: ReadonlySet<string> = new Set(['sheets', 'blocks', 'fields', 'rows', 'cells', 'columns', 'field', 'given', 'value', 'checks', 'rules', 'assessment', 'report', 'documents', 'sourced']);
/** Members whose own members are columns of the block. */
const COLUMNS_INSIDE: ReadonlySet<string> = new Set(['given', 'cells', 'totals']);

/** Members whose figures are shares of points. */
const SHARES: ReadonlySet<string> = new Set(['steps', 'share']);

const LONGEST = 120;

function shown(value: unknown, { isRate }: Place): string | null {
  if (value === undefined) return null;
  const text = isRate && isNumber(value) ? percentText(decimal(String(value))) : textOf(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join(value.some(Array.isArray) ? ' 或 ' : '；');
  if (!isMembers(value)) return wordOfValue(value);
  const isNumbers = Object.values(value).every(isNumber);
  return Object.entries(value).map(([member, each]) => `${isNumbers ? `${wordOfMember(member, '')} ` : ''}${SHARES.has(member) && isNumber(each) ? percentText(decimal(String(each))) : textOf(each)}`).filter((text) => text !== '').join(' ');
}

function isNumber(value: unknown): boolean {
  return /^-?\d+(\.\d+)?$/.test(String(value));
}

function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
