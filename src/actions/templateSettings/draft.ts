import { dataText } from '../../evaluation/entries';
import { labelOf, type CellRef } from '../../evaluation/evaluate';
import type { Form } from '../../evaluation/form';
import type { PackFault } from '../../pack/fault';
import type { Content, Pack } from '../../pack/pack';
import { readDate } from '../../values/dateText';
import { BLANK, cellText, isBlank, type CellValue } from '../../values/cell';
import { readNumber } from '../../values/numberText';
import type { JsonValue } from '../../values/readJson';
import type { Reading } from '../../workbook/readWorkbook';
import type { SettingFault } from './settingFault';

/** Where a value stands in a pack: sheets, 3, title. */
export type PackPath = readonly (string | number)[];

type Json = JsonValue | undefined;
type Members = Record<string, JsonValue>;

/** A fault with the cell it belongs to, as long as there is one. */
interface ToldFault extends SettingFault {
  readonly ref: CellRef | null;
}

/** The pack while 模板设置 is read: values are put in by their path, and each remembers the cell it came from. */
export class Draft {
  readonly faults: ToldFault[] = [];
  private readonly value: JsonValue;
  private readonly origins = new Map<string, CellRef>();

  /** @param faulty cells known to be wrong: what they say stays as the base has it, so that the rest can be checked. */
  constructor(base: Pack, readonly form: Form, readonly reading: Reading, private readonly faulty: readonly CellRef[] = []) {
    this.value = JSON.parse(JSON.stringify(base)) as JsonValue;
  }

  /** The pack as JSON text. */
  get text(): string {
    return JSON.stringify(this.value);
  }

  cell(ref: CellRef): CellValue {
    const { entries } = this.reading;
    if ('field' in ref) return entries.fields.get(ref.field) ?? BLANK;
    return entries.lists.get(ref.list)?.[ref.row]?.cells.get(ref.column) ?? BLANK;
  }

  /** Text of a cell without blanks around it; a formula that was entered as one counts as its text. */
  textOf(ref: CellRef): string {
    return (this.reading.formula(ref) ?? cellText(this.cell(ref))).replaceAll('\r\n', '\n').trim();
  }

  /**
   * What a cell holds as a pack writes it: decimal text for figures, yyyy-mm-dd for dates, else the text; blank as ''.
   * Null after a fault.
   */
  written(ref: CellRef, content: Content): string | null {
    const cell = this.cell(ref);
    if (isBlank(cell)) return '';
    switch (content) {
      case 'text': case 'longText': case 'choice': return this.textOf(ref);
      case 'date': {
        const written = dataText({ content, entry: 'typed' }, cell);
        const day = readDate(written);
        if (day.ok && day.value.precision === 'day') return day.value.firstDay;
        this.fault(ref, cellText(cell), '日期', '2024-03-23');
        return null;
      }
      default: {
        const number = readNumber(cell, { measure: content === 'rate' ? 'rate' : 'plain', signed: true });
        if (number.ok) return number.value.value.toFixed();
        this.fault(ref, cellText(cell), content === 'rate' ? '比率' : '数字', content === 'rate' ? '40%' : '10');
        return null;
      }
    }
  }

  at(path: PackPath): Json {
    return path.reduce<Json>((node, step) => (typeof node === 'object' && node !== null ? (node as Members)[step] : undefined), this.value);
  }

  isFaulty(ref: CellRef): boolean {
    return this.faulty.some((one) => ('field' in one ? 'field' in ref && one.field === ref.field : 'list' in ref && one.list === ref.list && one.row === ref.row && one.column === ref.column));
  }

  /** Puts a value in, or takes the member out; nothing where the cell, or one of its list, is known to be wrong. */
  put(path: PackPath, value: Json, ref: CellRef): void {
    const isFaulty = this.isFaulty(ref) || ('list' in ref && this.faulty.some((one) => 'list' in one && one.list === ref.list));
    if (isFaulty) this.origin(path, ref);
    else this.putRows(path, value, ref);
  }

  /** Puts a value in whatever is known of other rows of its list. */
  putRows(path: PackPath, value: Json, ref: CellRef): void {
    this.origin(path, ref);
    const before = this.at(path);
    if (before === value || (before !== undefined && value !== undefined && JSON.stringify(before) === JSON.stringify(value))) return;
    const last = path[path.length - 1];
    const holder = this.at(path.slice(0, -1));
    if (last === undefined || typeof holder !== 'object' || holder === null) return;
    if (value === undefined) delete (holder as Members)[last];
    else (holder as Members)[last] = value;
  }

  /** Tells which cell a place of the pack came from. */
  origin(path: PackPath, ref: CellRef): void {
    this.origins.set(pathText(path), ref);
  }

  fault(ref: CellRef, found: string, expected: string, example?: string): void {
    this.faults.push({ ref, place: this.reading.locate(ref), what: this.what(ref), found: found === '' ? '空白' : found.slice(0, 80), expected, ...(example === undefined ? {} : { example }) });
  }

  /** A fault of the finished pack, told at the cell its place came from. */
  tell({ path, found, expected, example }: PackFault): ToldFault {
    const ref = this.originOf(path);
    const isBlank = found === '""' || (ref !== null && found === '无');
    // What a pack's file looks like says nothing of a cell.
    const isForCell = example !== undefined && !(ref && example.startsWith('{'));
    return { ref, place: ref ? this.reading.locate(ref) : null, what: ref ? this.what(ref) : path === '' ? '模板包' : path, found: isBlank ? '空白' : found, expected, ...(isForCell ? { example } : {}) };
  }

  /** The origin of the place, or of the nearest one it lies in. */
  private originOf(path: string): CellRef | null {
    for (let end = path.length; end > 0; end = Math.max(path.lastIndexOf('.', end - 1), path.lastIndexOf('[', end - 1), path.lastIndexOf('(', end - 1))) {
      const ref = this.origins.get(path.slice(0, end));
      if (ref) return ref;
    }
    return null;
  }

  private what(ref: CellRef): string {
    const list = 'list' in ref ? (this.form.lists.get(ref.list)?.name ?? '').replace(/^设置/, '') : '';
    return `${list}${labelOf(this.form, ref)}`;
  }
}

/** What a pack holds for a text as `written` gives it: figures as numbers; as it was where only the way of writing differs. */
export function asPackValue(before: JsonValue | undefined, written: string, content: Content): JsonValue {
  if (before !== undefined && String(before) === written) return before;
  const isFigure = content !== 'text' && content !== 'longText' && content !== 'choice' && content !== 'date';
  return isFigure && typeof before !== 'string' ? Number(written) : written;
}

/** `sheets[3].title`. */
function pathText(path: PackPath): string {
  return path.reduce<string>((text, step) => (typeof step === 'number' ? `${text}[${step}]` : text === '' ? step : `${text}.${step}`), '');
}
