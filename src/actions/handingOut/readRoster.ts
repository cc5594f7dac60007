import { dataText } from '../../evaluation/entries';
import type { EntryRow } from '../../evaluation/evaluate';
import type { Form } from '../../evaluation/form';
import { cellFault } from '../../evaluation/readData';
import { OWNER_COLUMN, rosterOf, UNIT_COLUMNS, type Roster, type RosterList, type RosterTable } from '../../evaluation/roster';
import { UNIT_FIELDS } from '../../evaluation/unitFields';
import type { ListColumn, Prefilled } from '../../pack/pack';
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

/** Column of the indicators that adds up to the pack's weight total. */
const WEIGHT = 'weight';

/**
 * 单位名册 of the bureau's own workbook. Faults, all at once, each with its cell: a unit without code or name, two units with one
 * code, rows of unknown units, cells that do not hold what they should, weights of a unit that do not sum, more rows than its form
 * has room for, no unit at all.
 * @param form the forms that are handed out.
 * @param reading of the workbook that holds the roster's sheets.
 */
export function readRoster(form: Form, reading: Reading): Result<readonly RosterUnit[], readonly SettingFault[]> {
  const reader = new RosterReader(form, reading);
  const units = reader.run();
  return reader.faults.length > 0 ? fail(reader.faults) : ok(units);
}

/** A filled row: 0-based place in the list, values as a data file has them, blank ones left out. */
interface Row {
  readonly row: number;
  readonly values: Readonly<Record<string, string>>;
}

class RosterReader {
  readonly faults: SettingFault[] = [];
  private readonly roster: Roster;
  /** Tables with all their columns: what a lost one held is not known. */
  private readonly whole: ReadonlySet<string>;

  constructor(private readonly form: Form, private readonly reading: Reading) {
    this.roster = rosterOf(form);
    const whole = ({ list, block }: RosterTable): boolean => block.columns.every(({ id }) => reading.locate({ list, row: 0, column: id }) !== null);
    this.whole = new Set([this.roster.units, ...this.roster.lists].filter(whole).map(({ list }) => list));
  }

  run(): readonly RosterUnit[] {
    const { units, unitFields, lists } = this.roster;
    const rows = this.rows(units);
    if (rows.length === 0 && this.faults.length === 0) this.fault(units, 0, UNIT_COLUMNS.code, '没有单位', '至少一行，填写单位编码和单位名称', '017 | 某某中心');
    const owners = this.owners(rows);
    const given = new Map(lists.map((list) => [list, this.rowsOfUnits(list, owners)]));
    return rows.map(({ values }): RosterUnit => {
      const code = values[UNIT_COLUMNS.code] ?? '';
      const own = (list: RosterList): readonly Row[] => given.get(list)?.get(codeKey(code)) ?? [];
      return {
        code, name: values[UNIT_COLUMNS.name] ?? '', contact: values[UNIT_COLUMNS.contact] ?? '', phone: values[UNIT_COLUMNS.phone] ?? '',
        prefilled: {
          fields: this.known({
            [UNIT_FIELDS.code]: code, [UNIT_FIELDS.name]: values[UNIT_COLUMNS.name] ?? '',
            ...Object.fromEntries(unitFields.flatMap(({ column, field }) => (values[column] === undefined ? [] : [[field.id, values[column]]]))),
          }),
          lists: Object.fromEntries(lists.flatMap((list) => (own(list).length === 0 ? [] : [[list.target.id, own(list).map((row) => prefilledRow(list, row))]]))),
        },
      };
    });
  }

  private known(fields: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
    return Object.fromEntries(Object.entries(fields).filter(([id]) => this.form.fields.has(id)));
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
      if (values[UNIT_COLUMNS.name] === undefined) this.fault(units, row, UNIT_COLUMNS.name, '空白', '单位全称', '某某中心');
      if (code === undefined) continue;
      const before = first.get(codeKey(code));
      if (before === undefined) first.set(codeKey(code), row);
      else this.fault(units, row, UNIT_COLUMNS.code, shown(code), `每个单位一个编码；第${before + 1}行已用`);
      owners.set(codeKey(code), code);
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
    for (const [key, rows] of ofUnit) this.unitRows(table, owners.get(key) ?? key, rows);
    return ofUnit;
  }

  private unitRows(table: RosterList, code: string, rows: readonly Row[]): void {
    const { room, identifiedBy } = table.target.block;
    const names = new Map<string, number>();
    for (const { row, values } of rows) {
      const name = values[identifiedBy];
      if (name === undefined) {
        this.fault(table, row, identifiedBy, '空白', table.target.columns.get(identifiedBy)?.label ?? '名称');
        continue;
      }
      const before = names.get(name);
      if (before === undefined) names.set(name, row);
      else this.fault(table, row, identifiedBy, shown(name), `同一单位不重名；第${before + 1}行已有`);
    }
    const over = rows[room];
    if (over) this.fault(table, over.row, OWNER_COLUMN, `单位${shown(code)}共${rows.length}行`, `不超过${room}行（其表中的行数）`);
    this.weights(table, code, rows);
  }

  private weights(table: RosterList, code: string, rows: readonly Row[]): void {
    const { list, weightTotal } = this.form.pack.assessment;
    const [first] = rows;
    if (table.target.id !== list || !table.target.columns.has(WEIGHT) || !first) return;
    const weights = rows.flatMap(({ values }) => (values[WEIGHT] !== undefined && isDecimal(values[WEIGHT]) ? [decimal(values[WEIGHT])] : []));
    const blank = rows.find(({ values }) => values[WEIGHT] === undefined);
    if (blank) this.fault(table, blank.row, WEIGHT, '空白', '权重', '10');
    const total = sum(weights);
    if (!blank && weights.length === rows.length && !total.eq(weightTotal)) this.fault(table, first.row, WEIGHT, `单位${shown(code)}权重合计${total.toFixed()}`, `合计${weightTotal}`);
  }

  private fault(table: RosterTable, row: number, column: string, found: string, expected: string, example?: string): void {
    const label = table.block.columns.find(({ id }) => id === column)?.label ?? column;
    this.faults.push({
      place: this.reading.locate({ list: table.list, row, column }), what: `${table.block.name}第${row + 1}行·${label}`, found, expected, ...(example === undefined ? {} : { example }),
    });
  }
}

function prefilledRow({ copies }: RosterList, { values }: Row): Readonly<Record<string, string>> {
  const { [OWNER_COLUMN]: _owner, ...row } = values;
  const copied = [...copies].flatMap(([column, from]): [string, string][] => (row[from] === undefined ? [] : [[column, row[from]]]));
  return { ...row, ...Object.fromEntries(copied) };
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
