import type { Pack } from '../../pack/pack';

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
  return differing(before, after, { group: '基本信息', words: [], row: null });
}

interface Place {
  readonly group: ChangeGroup;
  /** Names from the outside in: 【收入】, 绩效指标, “信息化建设率”, 权重. */
  readonly words: readonly string[];
  /** Inside a list: what its rows are known by, and what its columns are called. */
  readonly row: { readonly identifiedBy: string; readonly labels: ReadonlyMap<string, string> } | null;
}

type Members = Readonly<Record<string, unknown>>;

function differing(before: unknown, after: unknown, place: Place): readonly PackChange[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  if (isMembers(before) && isMembers(after)) {
    const within = placeOf(after, place);
    return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((member) => differing(before[member], after[member], memberPlace(member, within)));
  }
  const [old, now] = [partsOf(before), partsOf(after)];
  if (old && now && (before !== undefined || after !== undefined)) return differingParts(old, now, place);
  return [{ group: place.group, what: place.words.join('·').replaceAll('】·', '】'), before: shown(before), after: shown(after) }];
}

/** Named parts; none where there is nothing, null where there is something else. */
function partsOf(value: unknown): readonly Members[] | null {
  if (value === undefined) return [];
  return Array.isArray(value) && value.every(isMembers) ? value : null;
}

function differingParts(before: readonly Members[], after: readonly Members[], place: Place): readonly PackChange[] {
  const [old, now] = [keyed(before, place), keyed(after, place)];
  const changes = [...new Set([...old.keys(), ...now.keys()])].flatMap((key): readonly PackChange[] => {
    const was = old.get(key), is = now.get(key);
    return differing(was, is, { ...place, words: [...place.words, partName(is ?? was ?? {}, place)] });
  });
  if (changes.length > 0) return changes;
  const order = (parts: ReadonlyMap<string, Members>): string => [...parts.values()].map((part) => partName(part, place)).join('、');
  return [{ group: place.group, what: [...place.words, '顺序'].join('·').replaceAll('】·', '】'), before: order(old), after: order(now) }];
}

/** Parts by what they are known by; equal names are counted. */
function keyed(parts: readonly Members[], place: Place): ReadonlyMap<string, Members> {
  const keys = new Map<string, Members>();
  for (const part of parts) {
    const name = String((place.row ? part[place.row.identifiedBy] : undefined) ?? part['id'] ?? part['code'] ?? part['name'] ?? part['label'] ?? '');
    let key = name;
    for (let number = 2; keys.has(key); number += 1) key = `${name} ${number}`;
    keys.set(key, part);
  }
  return keys;
}

function partName(part: Members, place: Place): string {
  if (place.row) return `“${String(part[place.row.identifiedBy] ?? '')}”`;
  const isSheet = Array.isArray(part['blocks']);
  const name = String((isSheet ? part['name'] : part['heading'] ?? part['label'] ?? part['name'] ?? part['text'] ?? part['code'] ?? part['id']) ?? '');
  return isSheet ? `【${name}】` : name;
}

/** What the members of a list block mean. */
function placeOf(part: Members, place: Place): Place {
  const { identifiedBy, columns } = part;
  if (typeof identifiedBy !== 'string' || !Array.isArray(columns)) return place;
  const labels = new Map((columns as Members[]).map((column) => [String(column['id']), String(column['label'])]));
  return { ...place, row: { identifiedBy, labels } };
}

function memberPlace(member: string, place: Place): Place {
  const group = GROUPS[member] ?? place.group;
  if (member === 'given') return { ...place, group };
  // Only rows of a list are known by its identifying column; its other members are parts as elsewhere.
  if (place.row && PARTS.has(member)) return { ...place, group, row: null };
  const label = place.row?.labels.get(member) ?? NAMES[member] ?? member;
  return { ...place, group, words: PARTS.has(member) ? place.words : [...place.words, label] };
}

const GROUPS: Readonly<Record<string, ChangeGroup>> = {
  assessment: '计分', rule: '计分', totals: '计分', checks: '校验', rules: '自定义规则', sheets: '表样和文字', given: '预填内容', value: '预填内容',
};

/** Members that only hold named parts: their own name says nothing. */
const PARTS: ReadonlySet<string> = new Set(['sheets', 'blocks', 'fields', 'rows', 'cells', 'columns', 'field', 'checks', 'rules', 'assessment', 'report', 'documents']);

const NAMES: Readonly<Record<string, string>> = {
  title: '标题', name: '名称', subtitle: '副标题', label: '名称', lines: '说明', heading: '小标题', room: '行数', value: '给定内容', hint: '提示', required: '必填',
  choices: '可选项', list: '可选项', rule: '计算规则', jurisdiction: '适用地区', year: '评价年度', version: '版本', id: '编号', number: '文号', source: '依据', confirmed: '已核实',
  weightTotal: '权重合计', notApplicable: '不适用时的权重', overTarget: '超额完成', grades: '等级', from: '不低于', scales: '定性量表', natures: '指标性质', tree: '指标分类',
  low: '得分率下限', high: '得分率上限', bands: '分档', formula: '公式', message: '问题', level: '级别', applies: '是否校验', limit: '限度', threshold: '门槛', parts: '章节模板',
  templates: '报告模板', perRow: '一行一张的表', count: '张数',
};

const WORDS: ReadonlyMap<unknown, string> = new Map<unknown, string>([
  [true, '是'], [false, '否'], ['redistribute', '其余指标分担'], ['redistributeInGroup', '同一级指标内分担'], ['exclude', '不计'], ['full', '得满分'], ['proportional', '按比例加分'],
  ['error', '错误'], ['warning', '核实'], ['hint', '提示'],
]);

const LONGEST = 120;

function shown(value: unknown): string | null {
  if (value === undefined) return null;
  const text = WORDS.get(value) ?? (Array.isArray(value) && value.every((each) => typeof each !== 'object') ? value.join('；')
    : isMembers(value) ? Object.entries(value).filter(([, each]) => typeof each !== 'object').map(([, each]) => WORDS.get(each) ?? String(each)).join(' ')
    : typeof value === 'object' ? JSON.stringify(value) : String(value));
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
