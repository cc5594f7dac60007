import type { Schema } from '@cfworker/json-schema';
import type { PackFault } from '../pack/fault';
import type { Block, CellForm, FieldForm, ListBlock, ListColumn, MatrixBlock, Pack, RuleUse, SheetForm, Sourced } from '../pack/pack';
import { writeOutCopies, type Copies } from '../pack/perRow';
import { spellOutChoices } from '../pack/vocabulary';
import { schemaFaults } from '../pack/schemaFaults';
import { nearest } from '../values/nearest';
import { fail, ok, type Result } from '../values/result';
import { givesAmounts } from './amountUnit';
import { laidBlock } from './madeBlocks';
import { matrixCell } from './matrix';
import { bindOwnRule, formulaNames, OWN_RULE, ownRuleFaults } from './ownRules/ownRule';
import { ruleKinds } from './rules';
import type { Parameters, RuleKind } from './rules/rule';
import { scaleRows } from './rules/scales';
import { identityPath } from './selfCheck';
import { checkCodeBlock, signOffFaults } from './signOff';

/** Where an operand is found: a field anywhere, a cell of the same list row or of a certain one, the number of the own row, or a whole list column. */
export type Operand =
  | { readonly at: 'field'; readonly id: string }
  | { readonly at: 'row'; readonly column: string }
  /** `row` is 0-based. */
  | { readonly at: 'item'; readonly list: string; readonly row: number; readonly column: string }
  | { readonly at: 'rowNumber' }
  | { readonly at: 'column'; readonly list: string; readonly column: string };

/** A use of a kind of rule with its operands resolved. */
export interface BoundRule {
  readonly kind: RuleKind;
  readonly operands: Readonly<Record<string, Operand | readonly Operand[]>>;
  readonly parameters: Parameters;
  /** Where the values of this use come from, when not from the kind's own document. */
  readonly sourced?: Sourced;
}

/** One cell with a name of its own. */
export interface Field {
  /** `block.field` or `block.row.column`; the total of a list column is `list.total.column`. */
  readonly id: string;
  /** Readable defined name, e.g. 支出_基本支出_决算数. */
  readonly name: string;
  readonly sheet: string;
  readonly block: string;
  /** 项目 of messages: row and column in words, e.g. 基本支出·决算数. */
  readonly label: string;
  readonly form: CellForm;
  readonly rule: BoundRule | null;
}

export interface ListColumnField {
  readonly id: string;
  readonly label: string;
  /** By which a bureau's own rules call the whole column, e.g. 项目_执行数. */
  readonly name: string;
  readonly form: ListColumn;
  readonly rule: BoundRule | null;
}

export interface ListForm {
  readonly id: string;
  readonly name: string;
  readonly sheet: string;
  readonly block: ListBlock;
  readonly columns: ReadonlyMap<string, ListColumnField>;
}

/** A pack with every rule bound to its operands: what evaluation, checks, report and plan work on. */
export interface Form {
  /** With its sheets per row written out. */
  readonly pack: Pack;
  readonly copies: Copies | null;
  readonly fields: ReadonlyMap<string, Field>;
  readonly lists: ReadonlyMap<string, ListForm>;
  readonly sheets: ReadonlyMap<string, SheetForm>;
}

/** Binds a pack's rules. Faults: unknown kind, unknown operand, missing or superfluous slot, duplicate id or name, cycle. */
export function compileForm(pack: Pack): Result<Form, readonly PackFault[]> {
  return new Compiler(pack).run();
}

/** Defined names allow letters, digits, Chinese and underscore only. */
export function definedName(...parts: readonly string[]): string {
  const name = parts.map((part) => part.replaceAll(/[–—~～-]/g, '至').replaceAll(/[^\p{Script=Han}A-Za-z0-9]/gu, '')).join('_');
  return /^(\d|[A-Za-z]{1,3}\d+$|[RrCc]$)/.test(name) ? `_${name}` : name;
}

/** Expected where two cells would have one defined name. */
export const UNIQUE_NAME = '全簿不重复的名称';
/** Characters Excel takes in a defined name. */
const LONGEST_NAME = 255;
/** Operand: the number of the own row in its list. */
const ROW_NUMBER = '@';

type Pending = { readonly rule: RuleUse; readonly path: string; readonly block: Block; readonly row?: string; readonly store: (rule: BoundRule) => void };

class Compiler {
  private readonly faults: PackFault[] = [];
  private readonly fields = new Map<string, { -readonly [K in keyof Field]: Field[K] }>();
  private readonly lists = new Map<string, ListForm>();
  private readonly names = new Map<string, string>();
  private readonly pending: Pending[] = [];
  private readonly pack: Pack;
  private readonly origins: readonly number[];
  private readonly copies: Copies | null;

  constructor(private readonly written: Pack) {
    ({ pack: this.pack, origins: this.origins, copies: this.copies } = writeOutCopies(spellOutChoices(written)));
  }

  run(): Result<Form, readonly PackFault[]> {
    this.pack.sheets.forEach((sheet, s) => sheet.blocks.forEach((block, b) => this.block(sheet, block, `sheets[${this.origins[s]}].blocks[${b}]`)));
    this.pack.sheets.forEach((sheet, s) => {
      const code = checkCodeBlock(this.pack, sheet);
      if (code) this.block(sheet, code, `sheets[${this.origins[s]}].signOff`);
    });
    this.faults.push(...perRowFaults(this.written, this.lists), ...this.prefilledFaults());
    const unit = this.fields.get(this.pack.unitChoice ?? '');
    if (unit && givesAmounts(this.pack, this.fields, this.lists)) unit.form = { ...unit.form, entry: 'given', value: unit.form.value ?? this.pack.unitOfAmounts };
    const names = formulaNames(this.fields, this.lists);
    for (const use of this.pending) {
      const bound = use.rule.kind === OWN_RULE ? bindOwnRule(use.rule, this.pack, names) : this.bind(use);
      if (bound) use.store(bound);
    }
    this.faults.push(...ownRuleFaults(this.pack, names));
    const form: Form = { pack: this.pack, copies: this.copies, fields: this.fields, lists: this.lists, sheets: new Map(this.pack.sheets.map((sheet) => [sheet.id, sheet])) };
    this.faults.push(...signOffFaults(form));
    if (this.faults.length === 0) this.faults.push(...cycles(form));
    return this.faults.length > 0 ? fail(once(this.faults.map((fault) => ({ ...fault, path: identityPath(this.pack, this.origins, fault.path).replace('.total.of[', '.total[') })))) : ok(form);
  }

  private block(sheet: SheetForm, written: Block, path: string): void {
    const block = laidBlock(this.pack, written);
    switch (block.type) {
      case 'text': return;
      case 'fields':
        block.fields.forEach((field, f) => this.field(sheet, block, [block.name], field, `${path}.fields[${f}]`));
        return;
      case 'grid':
        block.rows.forEach((row, r) => row.cells.forEach((cell, c) => {
          if (cell.field) this.field(sheet, block, [block.name], cell.field, `${path}.rows[${r}].cells[${c}].field`);
        }));
        return;
      case 'matrix': return this.matrix(sheet, block, path);
      case 'list': return this.list(sheet, block, path);
    }
  }

  private field(sheet: SheetForm, block: Block, nameParts: readonly string[], field: FieldForm, path: string): void {
    this.add({
      id: `${block.id}.${field.id}`, name: definedName(...nameParts, field.name ?? field.label), label: field.label,
      sheet: sheet.id, block: block.id, form: field, rule: null,
    }, block, path);
  }

  private matrix(sheet: SheetForm, block: MatrixBlock, path: string): void {
    block.rows.forEach((row, r) => {
      for (const column of block.columns) {
        const form = matrixCell(block, row.id, column.id);
        if (form.entry === 'none') continue;
        this.add({
          id: `${block.id}.${row.id}.${column.id}`, name: definedName(block.name, row.name ?? row.label, column.name ?? column.label),
          label: `${(row.name ?? row.label).trim()}·${column.name ?? column.label}`, sheet: sheet.id, block: block.id, form, rule: null,
        }, block, `${path}.rows[${r}](${column.id})`, row.id, matrixRulePath(block, path, r, column.id));
      }
    });
  }

  private list(sheet: SheetForm, block: ListBlock, path: string): void {
    if (block.columns.every((column) => column.id !== block.identifiedBy)) {
      this.faults.push({ path: `${path}.identifiedBy`, found: block.identifiedBy, expected: '本清单的一个列 id' });
    }
    if (this.lists.has(block.id)) this.faults.push({ path: `${path}.id`, found: block.id, expected: '全簿不重复的清单 id' });
    const columns = new Map<string, { -readonly [K in keyof ListColumnField]: ListColumnField[K] }>();
    const given = block.fill === 'scales' ? scaleRows(this.pack.assessment) : this.pack.prefilled?.lists[block.id] ?? block.given;
    // Scales grow with the pack; other lists have the room the forms say.
    if (given && given.length > block.room && block.fill === undefined) this.faults.push({ path: `${path}.room`, found: String(block.room), expected: `不少于${given.length}（预先填好的行数）` });
    this.lists.set(block.id, { id: block.id, name: block.name, sheet: sheet.id, block: given ? { ...block, given, room: Math.max(block.room, given.length) } : block, columns });
    block.columns.forEach((column, c) => {
      const entry = { id: column.id, label: column.label, name: definedName(block.name, column.name ?? column.label), form: column, rule: null as BoundRule | null };
      columns.set(column.id, entry);
      if (column.rule) this.pending.push({ rule: column.rule, path: `${path}.columns[${c}].rule`, block, store: (rule) => { entry.rule = rule; } });
    });
    for (const [column, rule] of Object.entries(block.totals ?? {})) {
      const over = columns.get(column);
      if (!over) {
        this.faults.push({ path: `${path}.totals.${column}`, found: column, expected: '本清单的一个列 id' });
        continue;
      }
      this.add({
        id: `${block.id}.total.${column}`, name: definedName(block.name, '合计', over.form.name ?? over.label), label: `合计·${over.label}`,
        sheet: sheet.id, block: block.id, form: { content: over.form.content, entry: 'computed', rule }, rule: null,
      }, block, `${path}.totals.${column}`);
    }
  }

  /** Values of one unit stand in cells and columns that are not computed. */
  private prefilledFaults(): readonly PackFault[] {
    const { fields = {}, lists = {} } = this.pack.prefilled ?? {};
    const fault = (path: string, found: string, expected: string): PackFault => ({ path: `prefilled.${path}`, found, expected });
    return [
      ...Object.keys(fields).flatMap((id) => ((this.fields.get(id)?.form.entry ?? 'computed') === 'computed' ? [fault(`fields.${id}`, id, '不由公式计算的字段 id')] : [])),
      ...Object.entries(lists).flatMap(([id, rows]) => {
        const list = this.lists.get(id);
        if (!list) return [fault(`lists.${id}`, id, '清单 id')];
        return rows.flatMap((row, index) => Object.keys(row).flatMap((column) =>
          ((list.columns.get(column)?.form.entry ?? 'computed') === 'computed' ? [fault(`lists.${id}[${index}].${column}`, column, '本清单不由公式计算的列 id')] : [])));
      }),
    ];
  }

  private add(field: Field, block: Block, path: string, row?: string, rulePath = `${path}.rule`): void {
    if (this.fields.has(field.id)) this.faults.push({ path, found: field.id, expected: '全簿不重复的字段 id' });
    // Excel does not tell upper from lower case in names.
    const namesake = this.names.get(field.name.toLowerCase());
    if (namesake !== undefined) this.faults.push({ path, found: `${field.name}（${namesake} 已用）`, expected: UNIQUE_NAME });
    if (field.name.length > LONGEST_NAME) this.faults.push({ path, found: `${field.name.slice(0, 30)}…（${field.name.length}个字）`, expected: `名称各部分合计不超过${LONGEST_NAME}个字` });
    this.names.set(field.name.toLowerCase(), field.id);
    const value = this.pack.prefilled?.fields[field.id];
    const stored = value === undefined ? { ...field } : { ...field, form: { ...field.form, value } };
    this.fields.set(field.id, stored);
    if (field.form.entry === 'computed') {
      if (!field.form.rule) this.faults.push({ path: rulePath, found: '无', expected: '计算格须写规则', example: '{"kind":"sum","of":["initial","adjustment"]}' });
      else this.pending.push({ rule: field.form.rule, path: rulePath, block, ...(row === undefined ? {} : { row }), store: (rule) => { stored.rule = rule; } });
    }
  }

  private bind(use: Pending): BoundRule | null {
    const kind = ruleKinds.get(use.rule.kind);
    if (!kind) {
      const meant = nearest(String(use.rule.kind), ruleKinds.keys());
      this.faults.push({ path: `${use.path}.kind`, found: String(use.rule.kind), expected: meant === null ? `规则种类：${[...ruleKinds.keys()].join('、')}` : `规则种类，是否指 ${meant}` });
      return null;
    }
    const operands: Record<string, Operand | readonly Operand[]> = {};
    for (const [slot, need] of Object.entries(kind.slots)) {
      const given = use.rule[slot];
      const path = `${use.path}.${slot}`;
      if (given === undefined) {
        if (need !== 'optional') this.faults.push({ path, found: '无', expected: `${kind.title}需要的操作数 ${slot}` });
      } else if (need === 'many') {
        if (!Array.isArray(given)) this.faults.push({ path, found: typeof given, expected: '操作数数组', example: '["initial","adjustment"]' });
        else operands[slot] = given.flatMap((text: unknown, i) => this.operand(text, need, use, `${path}[${i}]`) ?? []);
      } else {
        const operand = this.operand(given, need, use, path);
        if (operand) operands[slot] = operand;
      }
    }
    const parameters: Record<string, unknown> = {};
    for (const [member, value] of Object.entries(use.rule)) {
      if (member === 'kind' || member === 'sourced' || Object.hasOwn(kind.slots, member)) continue;
      const schema = Object.hasOwn(kind.parameters, member) ? kind.parameters[member] : undefined;
      if (schema) {
        parameters[member] = value;
        const place = `${use.path}.${member}`;
        this.faults.push(...schemaFaults(schema as Schema, value).map((fault) => ({ ...fault, path: fault.path.startsWith('[') || fault.path === '' ? `${place}${fault.path}` : `${place}.${fault.path}` })));
      }
      else this.faults.push({ path: `${use.path}.${member}`, found: member, expected: `${[...Object.keys(kind.slots), ...Object.keys(kind.parameters)].join('、')} 之一` });
    }
    if ('assessment' in kind.parameters) parameters['assessment'] = this.pack.assessment;
    return { kind, operands, parameters, ...(use.rule.sourced === undefined ? {} : { sourced: use.rule.sourced }) };
  }

  private operand(text: unknown, need: string, use: Pending, path: string): Operand | null {
    const operand = typeof text === 'string' ? this.resolve(text, use) : null;
    if (!operand) {
      const meant = typeof text === 'string' ? nearest(text, this.operandsFor(use)) : null;
      if (meant !== null) this.faults.push({ path, found: String(text), expected: `本模板的操作数，是否指 ${meant}` });
      else this.faults.push({ path, found: String(text), expected: '同行列 id、列@行、块.行.列、块.字段、清单.列[行号] 或 清单.列[]', example: 'expenditure.total.final' });
      return null;
    }
    if ((operand.at === 'column') !== (need === 'column')) {
      this.faults.push({ path, found: String(text), expected: need === 'column' ? '整列：清单.列[]' : '单个格' });
      return null;
    }
    return operand;
  }

  /** What the operand of a rule may be called. */
  private operandsFor({ block, row }: Pending): readonly string[] {
    const own = block.type === 'list' || (block.type === 'matrix' && row !== undefined) ? block.columns.map(({ id }) => id)
      : block.type === 'fields' ? block.fields.map(({ id }) => id) : [];
    return [...own, ...this.fields.keys(), ...[...this.lists.values()].flatMap((list) => [...list.columns.keys()].map((id) => `${list.id}.${id}[]`))];
  }

  private resolve(text: string, use: Pending): Operand | null {
    const column = /^([^.@]+)\.([^.@]+)\[\]$/.exec(text);
    if (column) {
      const list = column[1] ?? '', id = column[2] ?? '';
      return this.lists.get(list)?.columns.has(id) ? { at: 'column', list, column: id } : null;
    }
    const item = /^([^.@]+)\.([^.@]+)\[([1-9]\d{0,3})\]$/.exec(text);
    if (item) {
      const list = this.lists.get(item[1] ?? ''), id = item[2] ?? '', row = Number(item[3]) - 1;
      return list && list.columns.has(id) && row < list.block.room ? { at: 'item', list: list.id, row, column: id } : null;
    }
    if (text === ROW_NUMBER) return use.block.type === 'list' && use.row === undefined ? { at: 'rowNumber' } : null;
    const elsewhere = /^([^.@]+)@([^.@]+)$/.exec(text);
    const id = elsewhere ? `${use.block.id}.${elsewhere[2]}.${elsewhere[1]}`
      : text.includes('.') ? text
      : use.row !== undefined ? `${use.block.id}.${use.row}.${text}`
      : use.block.type === 'list' ? null
      : `${use.block.id}.${text}`;
    if (id === null) return this.lists.get(use.block.id)?.columns.has(text) ? { at: 'row', column: text } : null;
    return this.fields.has(id) ? { at: 'field', id } : null;
  }
}

/** Where the rule of a matrix cell stands: with the cell, in the row's total, or with the column. */
function matrixRulePath(block: MatrixBlock, path: string, r: number, column: string): string {
  const row = block.rows[r];
  if (row?.cells?.[column]?.rule) return `${path}.rows[${r}].cells.${column}.rule`;
  const c = block.columns.findIndex(({ id }) => id === column);
  return row?.total && block.columns[c]?.entry !== 'computed' ? `${path}.rows[${r}].total` : `${path}.columns[${c}].rule`;
}

/** A fault of a sheet per row is found in every copy, one of a column in every row. */
function once(faults: readonly PackFault[]): readonly PackFault[] {
  return [...new Map(faults.map((fault) => [`${fault.path} ${fault.expected}`, fault])).values()];
}

/** Sheets per row need their list, and no more of them than it has rows. */
function perRowFaults({ perRow, sheets }: Pack, lists: ReadonlyMap<string, ListForm>): readonly PackFault[] {
  if (!perRow) {
    return sheets.flatMap((sheet, s) => (sheet.perRow ? [{ path: 'perRow', found: '无', expected: `sheets[${s}] 每行一张，须写明是哪个清单的行`, example: '{"list":"projects","count":3}' }] : []));
  }
  const list = lists.get(perRow.list);
  if (!list) return [{ path: 'perRow.list', found: perRow.list, expected: '本模板的一个清单 id' }];
  if (perRow.unless && !list.columns.has(perRow.unless.column)) return [{ path: 'perRow.unless.column', found: perRow.unless.column, expected: `清单 ${perRow.list} 的一个列 id` }];
  return perRow.count <= list.block.room ? [] : [{ path: 'perRow.count', found: String(perRow.count), expected: `不超过清单的行数${list.block.room}` }];
}

/** Computed cells that need themselves. */
function cycles(form: Form): PackFault[] {
  const state = new Map<string, 'open' | 'done'>();
  const faults: PackFault[] = [];
  const visit = (key: string, rule: BoundRule | null, list: string | null, trail: readonly string[]): void => {
    if (state.get(key) === 'done' || !rule) return;
    if (state.get(key) === 'open') {
      faults.push({ path: key, found: `循环：${[...trail.slice(trail.indexOf(key)), key].join(' → ')}`, expected: '计算格不能依赖自己' });
      return;
    }
    state.set(key, 'open');
    for (const operand of Object.values(rule.operands).flat() as Operand[]) {
      if (operand.at === 'rowNumber') continue;
      const [next, nextRule, nextList] = operand.at === 'field' ? [operand.id, form.fields.get(operand.id)?.rule ?? null, null] as const
        : operand.at === 'row' ? [`${list}[].${operand.column}`, form.lists.get(list ?? '')?.columns.get(operand.column)?.rule ?? null, list] as const
        : [`${operand.list}[].${operand.column}`, form.lists.get(operand.list)?.columns.get(operand.column)?.rule ?? null, operand.list] as const;
      visit(next, nextRule, nextList, [...trail, key]);
    }
    state.set(key, 'done');
  };
  for (const field of form.fields.values()) visit(field.id, field.rule, null, []);
  for (const list of form.lists.values()) for (const column of list.columns.values()) visit(`${list.id}[].${column.id}`, column.rule, list.id, []);
  return faults;
}
