import type { Schema } from '@cfworker/json-schema';
import schema from '../../assets/schema/evaluation.schema.json';
import type { CellForm } from '../pack/pack';
import { rowOfBlock } from '../pack/perRow';
import { schemaFaults } from '../pack/schemaFaults';
import { readDate } from '../values/dateText';
import { nearest } from '../values/nearest';
import { readJson, type JsonValue } from '../values/readJson';
import { fail, ok, type Result } from '../values/result';
import type { EvaluationData } from './entries';
import type { Form, ListForm } from './form';

/** One thing wrong with a data file; `path` as `lists.indicators[2].target`, blank for the whole file. */
export interface DataFault {
  readonly path: string;
  readonly found: string;
  readonly expected: string;
  /** What to do, a sentence. */
  readonly remedy: string;
}

const LIMITS = { characters: 4_000_000, depth: 10 } as const;
/** Characters Excel keeps in a cell. */
const LONGEST_TEXT = 32_767;
/** Digits a number keeps in a cell. */
const DIGITS = 15;

/**
 * Reads a data file for a pack: strict JSON, `assets/schema/evaluation.schema.json`, then ids and kinds of the pack.
 * Faults: all of them at once; nothing of a faulty file is used.
 */
export function readEvaluationData(text: string, form: Form): Result<EvaluationData, readonly DataFault[]> {
  const json = readJson(text, LIMITS);
  if (!json.ok) return fail(json.error.map((fault) => ({ ...fault, remedy: '请按 JSON 格式改正后再试。' })));
  const { value } = json;
  const shape = schemaFaults(schema as Schema, value).map((fault): DataFault => ({ ...fault, remedy: '请按 assets/schema/evaluation.schema.json 改正。' }));
  const reader = new DataReader(form);
  const data = reader.read(value);
  const faults = [...shape, ...reader.faults];
  return faults.length > 0 ? fail(faults) : ok(data);
}

/** How many rows a data file has for a list, before anything else of it is looked at; 0 where it cannot be read. */
export function rowsInData(text: string, list: string): number {
  const json = readJson(text, LIMITS);
  const rows = json.ok ? members(members(json.value)['lists'])[list] : undefined;
  return Array.isArray(rows) ? rows.length : 0;
}

type Values = Readonly<Record<string, string | number>>;

/** Looks at what has the right shape; the schema tells of the rest. */
class DataReader {
  readonly faults: DataFault[] = [];
  /** Rows given for the list that has a sheet for each. */
  private rowsWithSheets = 0;

  constructor(private readonly form: Form) {}

  read(value: JsonValue): EvaluationData {
    const whole = members(value);
    const projects = members(whole['lists'])[this.form.copies?.list ?? ''];
    this.rowsWithSheets = Array.isArray(projects) ? projects.length : 0;
    const pack = String(whole['pack'] ?? this.form.pack.id);
    if (pack !== this.form.pack.id) this.fault('pack', pack, this.form.pack.id, '请选用数据所属的模板包（--pack），或改正数据文件的 pack。');
    return { pack, fields: this.fields(members(whole['fields'])), lists: this.lists(members(whole['lists'])) };
  }

  private fields(given: Readonly<Record<string, JsonValue>>): Values {
    for (const [id, value] of Object.entries(given)) {
      const path = `fields.${id}`;
      const field = this.form.fields.get(id);
      if (!field && this.sheetNotThere(path, id)) continue;
      if (!field) this.fault(path, id, '模板包里的字段 id', this.meant(id, this.fieldNames(), 'fields'));
      else if (field.rule) this.fault(path, shown(value), '不填写', `“${field.label}”由公式计算，请删去；计算所依据的格填好后自动得出。`);
      else this.cell(path, field.label, field.form, value);
    }
    return given as Values;
  }

  private lists(given: Readonly<Record<string, JsonValue>>): EvaluationData['lists'] {
    for (const [id, rows] of Object.entries(given)) {
      const path = `lists.${id}`;
      const list = this.form.lists.get(id);
      if (!list && this.sheetNotThere(path, id)) continue;
      if (!list) this.fault(path, id, '模板包里的清单 id', this.meant(id, new Map([...this.form.lists.values()].flatMap((one) => [[one.id, one.id], [one.name, one.id]])), 'lists'));
      else if (list.block.output) this.fault(path, id, '不填写', `“${list.name}”由程序写出，请删去。`);
      else if (Array.isArray(rows)) this.rows(path, list, rows as readonly JsonValue[]);
    }
    return given as EvaluationData['lists'];
  }

  /** A field or list of a row's own sheet, when there is no sheet for that row: tells so. */
  private sheetNotThere(path: string, id: string): boolean {
    const { copies } = this.form;
    const [block = '', ...rest] = id.split('.');
    const meant = copies && rowOfBlock(copies, block);
    const list = this.form.lists.get(copies?.list ?? '');
    const first = [meant?.first ?? '', ...rest].join('.');
    if (!meant || !copies || !list || meant.row <= copies.count || !(this.form.fields.has(first) || this.form.lists.has(first))) return false;
    const { room } = list.block;
    this.fault(path, `${list.name}第${meant.row}行的表`, `${list.name}第1至${meant.row > room ? room : copies.count}行的表`, meant.row > room
      ? `“${list.name}”只有${room}行，请合并或删去。` : `请在 lists.${list.id} 写出第${meant.row}行（现有${this.rowsWithSheets}行），或删去。`);
    return true;
  }

  private rows(path: string, list: ListForm, rows: readonly JsonValue[]): void {
    rows.forEach((row, index) => this.row(`${path}[${index}]`, list, members(row)));
    this.givenRows(path, list, rows);
  }

  private row(path: string, list: ListForm, row: Readonly<Record<string, JsonValue>>): void {
    for (const [id, value] of Object.entries(row)) {
      const column = list.columns.get(id);
      if (!column) this.fault(`${path}.${id}`, id, `“${list.name}”的列 id`, this.meant(id, new Map([...list.columns.values()].flatMap((one) => [[one.id, one.id], [one.label, one.id]])), '该行'));
      else if (column.rule) this.fault(`${path}.${id}`, shown(value), '不填写', `“${column.label}”由公式计算，请删去。`);
      else this.cell(`${path}.${id}`, column.label, column.form, value);
    }
    const by = list.block.identifiedBy;
    // Rows with a sheet each keep their places, also behind a blank one.
    if (this.form.copies?.list === list.id && Object.values(row).every((value) => value === '')) return;
    if ((row[by] ?? '') === '') this.fault(path, '无', `填写 ${by}（${list.columns.get(by)?.label ?? ''}）`, '没有这一列的行不算一行；请填写，或删去整行。');
  }

  /** Rows the pack gives are met by their identifying cell; two rows for one of them would hide each other. */
  private givenRows(path: string, list: ListForm, rows: readonly JsonValue[]): void {
    const by = list.block.identifiedBy;
    const given = new Set((list.block.given ?? []).map((row) => String(row[by])));
    const met = new Map<string, number>();
    let added = 0;
    rows.forEach((row, index) => {
      const identity = String(members(row)[by]);
      if (!given.has(identity)) {
        added += 1;
        return;
      }
      const first = met.get(identity);
      if (first === undefined) met.set(identity, index);
      else this.fault(`${path}[${index}].${by}`, `“${identity}”`, '每个模板行只出现一次', `与 ${path}[${first}] 重复，请合并为一行。`);
    });
    const total = given.size + added;
    if (added > 0 && total > list.block.room) {
      const first = Math.max(0, list.block.room - given.size);
      this.fault(path, `${total}行${given.size > 0 ? `（其中模板已给出${given.size}行）` : ''}`, `不超过${list.block.room}行`, `“${list.name}”放不下第${first + 1}行以后的新增行，请合并或删减。`);
    }
  }

  private cell(path: string, label: string, cell: CellForm, value: JsonValue): void {
    if (value === '' || (typeof value !== 'string' && typeof value !== 'number')) return;
    const fault = cellFault(cell, value);
    if (fault) this.fault(path, shown(value), `“${label}”${fault.expected}`, fault.remedy);
  }

  private fieldNames(): ReadonlyMap<string, string> {
    return new Map([...this.form.fields.values()].flatMap((field) => [[field.id, field.id], [field.name, field.id]]));
  }

  /** `names`: what people may write instead of an id, with the id. */
  private meant(written: string, names: ReadonlyMap<string, string>, where: string): string {
    const id = names.get(nearest(written, names.keys()) ?? '');
    return id === undefined ? `请从 ${where} 删去，或用 packs ${this.form.pack.id} 查看全部 id。` : `是否指 ${id}？请改正或删去。`;
  }

  private fault(path: string, found: string, expected: string, remedy: string): void {
    this.faults.push({ path, found: found === '' ? '（空）' : found, expected, remedy });
  }
}

/** Why a value, as a data file has it, cannot stand in such a cell; null when it can. */
export function cellFault(cell: CellForm, value: string | number): Pick<DataFault, 'expected' | 'remedy'> | null {
  switch (cell.content) {
    case 'amount': case 'rate': case 'score': case 'count': case 'number': return numberFault(cell, value);
    case 'date': return dateFault(value);
    case 'text': case 'longText': case 'choice': return textFault(cell, String(value));
  }
}

function numberFault(cell: CellForm, value: string | number): Pick<DataFault, 'expected' | 'remedy'> | null {
  if (typeof value === 'number') return null;
  const expected = cell.content === 'rate' ? '是小数（96% 写 0.96）' : '是数字';
  if (!/^-?\d+(\.\d+)?$/.test(value)) return { expected, remedy: '请写十进制数字，例如 227.39，不带单位、百分号和千分位；没有请删去该项。' };
  return value.replaceAll(/[-.]/g, '').replace(/^0+/, '').length > DIGITS ? { expected: `${expected}，不超过${DIGITS}位`, remedy: '表格只保存15位数字，请改为需要的位数。' } : null;
}

function dateFault(value: string | number): Pick<DataFault, 'expected' | 'remedy'> | null {
  const day = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? readDate(value) : null;
  if (day?.ok) return null;
  return { expected: '是日期 yyyy-mm-dd', remedy: day?.error === 'noSuchDay' ? '没有这一天，请核对。' : '例如 2024-03-23。' };
}

/** Characters a workbook file cannot hold; line break and tab it can. */
// eslint-disable-next-line no-control-regex -- exactly these characters are meant
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

function textFault(cell: CellForm, text: string): Pick<DataFault, 'expected' | 'remedy'> | null {
  if (text.length > LONGEST_TEXT) return { expected: `不超过${LONGEST_TEXT}个字符`, remedy: '请分段或缩短。' };
  if (CONTROL.test(text)) return { expected: '不含控制字符', remedy: '请删去看不见的控制字符。' };
  const choices = cell.choices && 'list' in cell.choices ? cell.choices.list : null;
  if (!choices || choices.includes(text)) return null;
  const meant = nearest(text, choices);
  return { expected: `是下列之一：${choices.join('、')}`, remedy: meant === null ? '请从中选一个。' : `是否指“${meant}”？` };
}

function shown(value: JsonValue): string {
  const text = typeof value === 'string' ? `“${value}”` : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function members(value: JsonValue | undefined): Readonly<Record<string, JsonValue>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Readonly<Record<string, JsonValue>>) : {};
}
