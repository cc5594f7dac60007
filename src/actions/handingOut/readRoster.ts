import { dataText } from '../../evaluation/entries';
import type { EntryRow } from '../../evaluation/evaluate';
import { compileForm, type Form } from '../../evaluation/form';
import { cellFault } from '../../evaluation/readData';
import { OWNER_COLUMN, ROW_COLUMN, rosterOf, UNIT_COLUMNS, type Roster, type RosterList, type RosterTable } from '../../evaluation/roster';
import { UNIT_FIELDS } from '../../evaluation/unitFields';
import type { ListColumn, Pack, Prefilled } from '../../pack/pack';
import { indicatorLists, withRoomFor } from '../../pack/perRow';
import { BLANK, isBlank } from '../../values/cell';
import { decimal, sum } from '../../values/decimal';
import { halfWidth } from '../../values/halfWidth';
import { nearest } from '../../values/nearest';
import { fail, ok, type Result } from '../../values/result';
import type { Reading } from '../../workbook/readWorkbook';
import type { SettingFault } from '../templateSettings/settingFault';

/** One unit that gets a template. */
export interface RosterUnit {
  readonly code: string;
  readonly name: string;
  readonly contact: string;
  readonly phone: string;
  /** Decimal text for figures. */
  readonly prefilled: Prefilled;
}

/** What is found on a roster on which nothing is typed. */
export const NO_UNIT = '没有单位';

/** Column of the indicators that adds up to the pack's weight total. */
const WEIGHT = 'weight';

/**
 * 单位名册 of the bureau's own workbook. Faults, all at once, each with its cell: a unit without code or name, two units with one
 * code, rows of unknown units, cells that do not hold what they should, weights of a unit that do not sum, more rows than its form
 * has room for, no unit at all.
 * @param begun the forms the bureau's workbook was begun with: its tables follow from them.
 * @param pack what is handed out; null while it is faulty.
 * @param reading of the workbook that holds the roster's sheets.
 */
export function readRoster(begun: Form, pack: Pack | null, reading: Reading): Result<readonly RosterUnit[], readonly SettingFault[]> {
  const reader = new RosterReader(begun, pack, reading);
  const units = reader.run();
  const faults = [...new Map(reader.faults.map((fault) => [JSON.stringify(fault), fault])).values()];
  return faults.length > 0 ? fail(faults) : ok(units);
}

/** A filled row: 0-based place in the list, values as a data file has them, blank ones left out. */
interface Row {
  readonly row: number;
  readonly values: Readonly<Record<string, string>>;
}

class RosterReader {
  readonly faults: SettingFault[] = [];
  private readonly roster: Roster;
  private form: Form;
  /** Tables with all their columns: what a lost one held is not known. */
  private readonly whole: ReadonlySet<string>;

  constructor(begun: Form, private readonly pack: Pack | null, private readonly reading: Reading) {
    this.roster = rosterOf(begun);
    this.form = begun;
    const whole = ({ list, block }: RosterTable): boolean => block.columns.every(({ id }) => reading.locate({ list, row: 0, column: id }) !== null);
    this.whole = new Set([this.roster.units, ...this.roster.lists].filter(whole).map(({ list }) => list));
  }

  run(): readonly RosterUnit[] {
    const { units, lists } = this.roster;
    const rows = this.rows(units);
    if (rows.length === 0 && this.faults.length === 0) this.fault(units, 0, UNIT_COLUMNS.code, NO_UNIT, '至少一行，填写单位编码和单位名称', '017 | 某某中心');
    const owners = this.owners(rows);
    const own = new Map(lists.map((table) => [table, this.rowsOfUnits(table, owners)]));
    const most = Math.max(0, ...lists.filter(({ target }) => target.id === this.pack?.perRow?.list).flatMap((table) => [...own.get(table)?.values() ?? []].map(({ length }) => length)));
    const form = this.pack && compileForm(withRoomFor(this.pack, most));
    if (form?.ok) this.form = form.value;
    return rows.map(({ values }): RosterUnit => {
      const code = values[UNIT_COLUMNS.code] ?? '';
      return {
        code, name: values[UNIT_COLUMNS.name] ?? '', contact: values[UNIT_COLUMNS.contact] ?? '', phone: values[UNIT_COLUMNS.phone] ?? '',
        prefilled: this.prefilled(values, new Map(lists.map((table) => [table, own.get(table)?.get(codeKey(code)) ?? []]))),
      };
    });
  }

  private prefilled(values: Row['values'], own: ReadonlyMap<RosterList, readonly Row[]>): Prefilled {
    const fields: [string, string][] = [[UNIT_FIELDS.code, values[UNIT_COLUMNS.code] ?? ''], [UNIT_FIELDS.name, values[UNIT_COLUMNS.name] ?? '']];
    for (const { column, field } of this.roster.unitFields) if (values[column] !== undefined) fields.push([field.id, values[column]]);
    const lists: [string, readonly Row['values'][]][] = [];
    const projects = this.rowNames(own);
    for (const [table, rows] of own) {
      const code = values[UNIT_COLUMNS.code] ?? '';
      if (!table.perRow) {
        this.unitRows(table, `单位${shown(code)}`, rows);
        if (rows.length > 0) lists.push([table.target.id, rows.map((row) => prefilledRow(table, row))]);
        rows.forEach((row, index) => fields.push(...this.rowFields(table, row, index)));
        continue;
      }
      for (const [index, project] of projects.entries()) {
        const its = rows.filter(({ values: { [ROW_COLUMN]: name } }) => name === project);
        this.unitRows(table, `单位${shown(code)}项目${shown(project)}`, its);
        const list = this.form.copies?.blocks.get(baseId(this.form, table.target.id))?.[index];
        if (its.length > 0 && list !== undefined) lists.push([list, its.map((row) => prefilledRow(table, row))]);
      }
      for (const { row, values: { [ROW_COLUMN]: name } } of rows) {
        if (name !== undefined && projects.includes(name)) continue;
        const label = table.block.columns.find(({ id }) => id === ROW_COLUMN)?.label ?? '';
        this.fault(table, row, ROW_COLUMN, name === undefined ? '空白' : shown(name), `该单位已列出的${label}`, nearest(name ?? '', projects) ?? projects[0]);
      }
    }
    return { fields: Object.fromEntries(fields.filter(([id]) => this.form.fields.has(id))), lists: Object.fromEntries(lists) };
  }

  /** Names of the unit's rows that have a sheet each, in order. */
  private rowNames(own: ReadonlyMap<RosterList, readonly Row[]>): readonly string[] {
    const table = this.roster.lists.find(({ target }) => target.id === this.form.copies?.list);
    return table ? (own.get(table) ?? []).map(({ values }) => values[table.target.block.identifiedBy] ?? '') : [];
  }

  private rowFields({ rowFields }: RosterList, { values }: Row, index: number): readonly [string, string][] {
    return rowFields.flatMap(({ column, base, field }): [string, string][] => {
      const block = this.form.copies?.blocks.get(base)?.[index];
      return block === undefined || values[column] === undefined ? [] : [[`${block}.${field}`, values[column]]];
    });
  }

  /** Filled rows of a table; every cell is looked at. */
  private rows(table: RosterTable): readonly Row[] {
    if (!this.whole.has(table.list)) {
      this.faults.push({ place: null, what: `工作表“${table.block.name}”`, found: '缺少该表，或表头被改动', expected: '保留该表和表头', example: '请用“生成套表”补建' });
      return [];
    }
    return (this.reading.entries.lists.get(table.list) ?? []).flatMap((entry, row) => {
      const values = this.values(table, entry, row);
      return Object.keys(values).length === 0 ? [] : [{ row, values }];
    });
  }

  private values(table: RosterTable, { cells }: EntryRow, row: number): Readonly<Record<string, string>> {
    return Object.fromEntries(table.block.columns.flatMap((column): [string, string][] => {
      const cell = cells.get(column.id) ?? BLANK;
      const text = isBlank(cell) ? '' : dataText(column, cell).trim();
      if (text === '') return [];
      const fault = cell.kind === 'error' ? { expected: '不是错误值' } : cellFault(column, text) ?? signFault(column, text);
      if (fault) this.fault(table, row, column.id, shown(text), fault.expected.replace(/^是/, ''), exampleOf(column, text));
      return [[column.id, text]];
    }));
  }

  /** Codes that stand for a unit, by how they are compared. */
  private owners(rows: readonly Row[]): ReadonlyMap<string, string> {
    const { units } = this.roster;
    const owners = new Map<string, string>();
    const first = new Map<string, number>();
    for (const { row, values } of rows) {
      const code = values[UNIT_COLUMNS.code];
      if (code === undefined) this.fault(units, row, UNIT_COLUMNS.code, '空白', '单位编码', '017');
      else {
        const before = first.get(codeKey(code));
        if (before === undefined) first.set(codeKey(code), row);
        else this.fault(units, row, UNIT_COLUMNS.code, shown(code), `每个单位一个编码；第${before + 1}行已用`);
        owners.set(codeKey(code), code);
      }
      if (values[UNIT_COLUMNS.name] === undefined) this.fault(units, row, UNIT_COLUMNS.name, '空白', '单位全称', '某某中心');
    }
    return owners;
  }

  private rowsOfUnits(table: RosterList, owners: ReadonlyMap<string, string>): ReadonlyMap<string, readonly Row[]> {
    const ofUnit = new Map<string, Row[]>();
    for (const row of this.rows(table)) {
      const owner = row.values[OWNER_COLUMN];
      if (owner === undefined) this.fault(table, row.row, OWNER_COLUMN, '空白', '单位编码，须在单位名册中');
      else if (!owners.has(codeKey(owner))) {
        const meant = nearest(owner, owners.values());
        this.fault(table, row.row, OWNER_COLUMN, shown(owner), '单位名册中有的单位编码', meant === null ? undefined : meant);
      } else ofUnit.set(codeKey(owner), [...ofUnit.get(codeKey(owner)) ?? [], row]);
    }
    return ofUnit;
  }

  /** Rows of one list of a unit; `whose` in words. */
  private unitRows(table: RosterList, whose: string, rows: readonly Row[]): void {
    const { identifiedBy } = table.target.block;
    const { room } = (this.form.lists.get(table.target.id) ?? table.target).block;
    const names = new Map<string, number>();
    for (const { row, values } of rows) {
      const name = values[identifiedBy];
      if (name === undefined) {
        this.fault(table, row, identifiedBy, '空白', table.target.columns.get(identifiedBy)?.label ?? '名称');
        continue;
      }
      const before = names.get(name);
      if (before === undefined) names.set(name, row);
      else this.fault(table, row, identifiedBy, shown(name), `同一${table.perRow ? '项目' : '单位'}不重名；第${before + 1}行已有`);
    }
    const over = rows[room];
    if (over) this.fault(table, over.row, OWNER_COLUMN, `${whose}共${rows.length}行`, `不超过${room}行（其表中的行数）`);
    this.weights(table, whose, rows);
  }

  private weights(table: RosterList, whose: string, rows: readonly Row[]): void {
    const { weightTotal } = this.form.pack.assessment;
    const [first] = rows;
    const weight = table.target.columns.get(WEIGHT);
    if (!indicatorLists(this.form.pack).includes(table.target.id) || !weight || !first) return;
    const weights = rows.flatMap(({ values }) => (values[WEIGHT] !== undefined && isDecimal(values[WEIGHT]) ? [decimal(values[WEIGHT])] : []));
    const blank = rows.find(({ values }) => values[WEIGHT] === undefined);
    if (blank) this.fault(table, blank.row, WEIGHT, '空白', weight.label, '10');
    const total = sum(weights);
    if (!blank && weights.length === rows.length && !total.eq(weightTotal)) this.fault(table, first.row, WEIGHT, `${whose}${weight.label}合计${total.toFixed()}`, `合计${weightTotal}`);
  }

  private fault(table: RosterTable, row: number, column: string, found: string, expected: string, example?: string): void {
    const label = table.block.columns.find(({ id }) => id === column)?.label ?? column;
    this.faults.push({
      place: this.reading.locate({ list: table.list, row, column }), what: `${table.block.name}第${row + 1}行·${label}`, found, expected, ...(example === undefined ? {} : { example }),
    });
  }
}

function prefilledRow({ target, copies }: RosterList, { values }: Row): Readonly<Record<string, string>> {
  const row = Object.fromEntries(Object.entries(values).filter(([column]) => target.columns.has(column)));
  const copied = [...copies].flatMap(([column, from]): [string, string][] => (row[from] === undefined ? [] : [[column, row[from]]]));
  return { ...row, ...Object.fromEntries(copied) };
}

/** Id without its number of a list that every project has. */
function baseId(form: Form, list: string): string {
  for (const [base, ids] of form.copies?.blocks ?? []) if (ids.includes(list)) return base;
  return list;
}

/** Codes are the same when they look the same: width of digits and letters, and case, do not tell units apart. */
function codeKey(code: string): string {
  return halfWidth(code.normalize('NFC')).trim().toLowerCase();
}

function signFault(column: ListColumn, text: string): { readonly expected: string } | null {
  return isNumeric(column) && column.signed !== true && text.startsWith('-') ? { expected: '不能为负' } : null;
}

function exampleOf(column: ListColumn, text: string): string | undefined {
  if (!isNumeric(column)) return undefined;
  const plain = halfWidth(text).replaceAll(/[,\s]|万元$|元$|分$/g, '');
  return isDecimal(plain) && plain !== text ? plain : '120.5';
}

function isNumeric({ content }: ListColumn): boolean {
  return content === 'amount' || content === 'rate' || content === 'score' || content === 'count' || content === 'number';
}

function isDecimal(text: string): boolean {
  return /^-?\d+(\.\d+)?$/.test(text);
}

function shown(text: string): string {
  return `“${text.length > 40 ? `${text.slice(0, 40)}…` : text}”`;
}
