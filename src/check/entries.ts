import type { CellRef } from '../evaluation/evaluate';
import type { CellForm, ListColumn } from '../pack/pack';
import { indicatorLists } from '../pack/perRow';
import { cellText, isBlank, numberCell, type CellValue } from '../values/cell';
import { readDate } from '../values/dateText';
import { numberText, plainAmount } from '../values/figureText';
import { readNumber, type Expected, type NumberFault, type NumberNote, type ReadNumber } from '../values/numberText';
import { defineCheck, type Check, type Level, type Verdict } from './check';
import { isLost, type CheckContext } from './context';
import { natureOf } from './indicatorRows';
import { words, type Words } from './texts';

const SOURCE = '填报说明：金额按表头所注单位，只填数字';

/** A cell people or the bureau filled, with what it should hold. */
interface Entry {
  readonly ref: CellRef;
  readonly form: CellForm;
  readonly cell: CellValue;
  /** How the cell reads as a number; null in cells that hold words. */
  readonly read: ReturnType<typeof readNumber> | null;
}

const MEASURES: Readonly<Partial<Record<CellForm['content'], Expected['measure']>>> = {
  amount: 'amount', rate: 'rate', score: 'score', count: 'count', number: 'plain',
};

/** Each of the checks below looks at the same cells: they are read once for one press of the button. */
const known = new WeakMap<CheckContext, readonly Entry[]>();

function entriesOf(context: CheckContext): readonly Entry[] {
  const found = known.get(context) ?? readEntries(context);
  known.set(context, found);
  return found;
}

/** Filled cells that are not computed, of the sheets people see; lists the add-in writes itself are left out. */
function readEntries(context: CheckContext): readonly Entry[] {
  const { form, evaluation } = context;
  const hidden = (sheet: string): boolean => form.sheets.get(sheet)?.visibility === 'hidden';
  const fields = [...form.fields.values()].flatMap((field): Entry[] =>
    field.rule || hidden(field.sheet) || isLost(context, { field: field.id }) ? [] : entry(context, { field: field.id }, field.form, evaluation.value(field.id)));
  const items = [...form.lists.values()].flatMap((list) => {
    if (list.block.output || hidden(list.sheet)) return [];
    return (evaluation.entries.lists.get(list.id) ?? []).flatMap((_, row) =>
      [...list.columns.values()].flatMap((column): Entry[] =>
        column.rule || isLost(context, { list: list.id, row, column: column.id }) ? [] : entry(context, { list: list.id, row, column: column.id }, column.form, evaluation.item(list.id, row, column.id))));
  });
  return [...fields, ...items];
}

function entry(context: CheckContext, ref: CellRef, form: CellForm, cell: CellValue): Entry[] {
  if (isBlank(cell)) return [];
  const measure = MEASURES[form.content];
  return [{ ref, form, cell, read: measure === undefined ? null : readNumber(cell, { measure, signed: form.signed === true, amountUnit: context.unit }) }];
}

/** A standing check that looks at each filled cell by itself. */
function cellCheck(code: string, title: string, level: Level, look: (entry: Entry, context: CheckContext) => { readonly words: Words; readonly expected: string } | null): Check {
  return defineCheck({
    code, title, source: SOURCE, level, parameters: {},
    run: (context) => entriesOf(context).flatMap((entry): Verdict[] => {
      const found = look(entry, context);
      return found ? [{ outcome: 'found', level, refs: [entry.ref], words: found.words, found: cellText(entry.cell).slice(0, 60), expected: found.expected }] : [];
    }),
  });
}

/** Reads as a number although it is text. */
function textNumber({ cell, read }: Entry): ReadNumber | null {
  return cell.kind === 'text' && read?.ok && !dateIn(cell.text, read.value.notes) ? read.value : null;
}

/** Texts that stand for exactly one number, with that number as the cell should hold it (rates as fractions). */
export function textNumbers(context: CheckContext): readonly { readonly ref: CellRef; readonly code: string; readonly value: CellValue; readonly why: string }[] {
  return entriesOf(context).flatMap((given) => {
    const read = textNumber(given);
    if (!read || percentWithoutSign(given)) return [];
    const hasUnit = read.notes.includes('unit');
    const notes = read.notes.flatMap((note) => NOTE_WORDS[note] ?? []);
    return [{ ref: given.ref, code: hasUnit ? 'V02' : 'V01', value: numberCell(read.value), why: hasUnit ? '去掉单位' : notes.length > 0 ? notes.join('、') : '文本型数字' }];
  });
}

function faultIn({ read }: Entry): NumberFault | null {
  return read && !read.ok ? read.error : null;
}

function dateIn(text: string, notes: readonly NumberNote[]): string | null {
  if (notes.includes('maybeDate')) return text;
  const date = readDate(text);
  return date.ok && date.value.precision !== 'year' ? date.value.firstDay : null;
}

const NOTE_WORDS: Readonly<Partial<Record<NumberNote, string>>> = {
  fullWidth: '全角字符', thousands: '千分位', spaces: '含空格', invisible: '含不可见字符', currency: '货币符号',
  percent: '百分号', brackets: '括号表示负数', triangle: '△表示负数', scientific: '科学记数',
};

/** V01 B01, B02: a number stored as text, full-width or with separators; nothing is computed from it. */
export const numberAsText = cellCheck('V01', '文本型数字', 'error', (given) => {
  const read = textNumber(given);
  if (!read || read.notes.includes('unit') || percentWithoutSign(given)) return null;
  const expected = plainFigure(given, read);
  const notes = read.notes.flatMap((note) => NOTE_WORDS[note] ?? []);
  return { words: words('V01', { found: shownText(given.cell), expected, notes: notes.length > 0 ? `（${notes.join('、')}）` : '' }), expected };
});

/** V02 B03: a unit behind the number, converted with the unit shown. */
export const unitInCell = cellCheck('V02', '数字后带单位', 'error', (given, context) => {
  const read = textNumber(given);
  if (!read || !read.notes.includes('unit')) return null;
  const expected = plainFigure(given, read);
  return { words: words('V02', { found: shownText(given.cell), expected, unit: given.form.content === 'amount' ? context.unit : '' }), expected };
});

/** V03 B04: a percentage in an amount cell. */
export const percentAsAmount = cellCheck('V03', '金额格填了百分比', 'error', (given, context) => {
  const fault = faultIn(given);
  return given.form.content === 'amount' && fault?.reason === 'unknownUnit' && fault.unit === '%'
    ? { words: words('V03', { found: shownText(given.cell), unit: context.unit }), expected: '金额' } : null;
});

/** V04 B02, B05, B07: text that is no number, or could be two; nothing is guessed. */
export const notANumber = cellCheck('V04', '无法读成数字', 'error', (given) => {
  const fault = faultIn(given);
  if (!fault || (given.cell.kind === 'text' && dateIn(given.cell.text, []))) return null;
  const reason = given.form.content === 'amount' && fault.reason === 'unknownUnit' && fault.unit === '%' ? null : reasonOf(fault);
  return reason === null ? null : { words: words('V04', { found: shownText(given.cell), reason }), expected: '数字' };
});

/** Why a text is no number, in a few words; null where another check says it. */
export function reasonOf(fault: NumberFault): string | null {
  switch (fault.reason) {
    case 'blank': return '只有空格';
    case 'none': return '“无”“—”不是0';
    case 'ambiguous': return `可读作${fault.readings.map((reading) => reading.toFixed()).join('或')}`;
    case 'operator': return '含比较符号';
    case 'approximate': return `含“${fault.word}”`;
    case 'range': return '是区间';
    case 'unknownUnit': return `单位“${fault.unit}”不能换算`;
    case 'notNumber': return '不是数字';
    case 'date': case 'negative': case 'truth': case 'error': return null;
  }
}

/** V05 B06: a negative number where none belongs. */
export const negativeNumber = cellCheck('V05', '不应为负数', 'error', (given) => {
  const fault = faultIn(given);
  return fault?.reason === 'negative' ? { words: words('V05', { found: numberText(fault.value) }), expected: '不小于0' } : null;
});

/** V06 B08: more digits than a cell keeps. */
export const tooManyDigits = cellCheck('V06', '位数过多', 'warning', ({ cell, read }) =>
  read?.ok && (read.value.notes.includes('tooManyDigits') || read.value.notes.includes('tooLarge'))
    ? { words: words('V06', { found: shownText(cell) }), expected: '不超过15位' } : null);

/** V07 A14: an error value; whatever needs it is 未计算, never 0. */
export const errorValue = cellCheck('V07', '错误值', 'error', ({ cell }) =>
  cell.kind === 'error' ? { words: words('V07', { found: cell.code }), expected: '填报内容' } : null);

/** V08 B09: a date where a number belongs: the cell shows one, its text reads as one, or it is the day number of this or the next year. */
export const dateAsNumber = defineCheck({
  code: 'V08', title: '数字格填了日期', source: SOURCE, level: 'error', parameters: {},
  run: (context) => entriesOf(context).flatMap(({ ref, form, cell, read }): Verdict[] => {
    if (!read) return [];
    const shown = context.reading?.shownAsDate(ref) ?? null;
    if (shown !== null) return [{ outcome: 'found', level: 'error', refs: [ref], words: words('V08.format', { found: shownText(cell), date: shown }), found: shown, expected: '数字' }];
    const notes = read.ok ? read.value.notes : [];
    const date = cell.kind === 'text' ? dateIn(cell.text, notes) : cell.kind === 'number' && mayBeDay(form, context) ? dayNumber(cell, context.form.pack.year) : null;
    if (date === null) return [];
    // Text is read as nothing; a real number might after all be that amount.
    const level = cell.kind === 'text' ? 'error' : 'warning';
    return [{ outcome: 'found', level, refs: [ref], words: words('V08', { found: shownText(cell), date }), found: shownText(cell), expected: '数字' }];
  }),
});

/** An amount in 元 is as large as a day number by nature. */
function mayBeDay(form: CellForm, context: CheckContext): boolean {
  return form.content !== 'rate' && !(form.content === 'amount' && context.unit === '元');
}

function dayNumber(cell: CellValue & { readonly kind: 'number' }, year: number): string | null {
  if (!cell.value.isInteger() || cell.value.lt(1) || cell.value.gt(2_958_465)) return null;
  const day = new Date(Date.UTC(1899, 11, 30) + cell.value.toNumber() * 86_400_000);
  return day.getUTCFullYear() === year || day.getUTCFullYear() === year + 1 ? day.toISOString().slice(0, 10) : null;
}

/** V09 B10: TRUE or FALSE where a number belongs. */
export const truthValue = cellCheck('V09', '数字格填了逻辑值', 'error', ({ cell, read }) =>
  read && cell.kind === 'truth' ? { words: words('V09', { found: cellText(cell) }), expected: '数字' } : null);

/** V10: a choice that is not among those offered; 指标性质 may be written as any synonym of the pack. */
export const choiceUnknown = cellCheck('V10', '不在可选项之列', 'warning', ({ ref, form, cell }, context) => {
  const { assessment } = context.form.pack;
  if (!form.choices || (cell.kind !== 'text' && cell.kind !== 'number')) return null;
  const written = cellText(cell).trim();
  const offered = 'from' in form.choices ? choicesFrom(context, form.choices.from) : 'list' in form.choices && form.content === 'choice' ? form.choices.list : [];
  if (offered.length === 0 || offered.includes(written)) return null;
  if ('list' in ref && indicatorLists(context.form.pack).includes(ref.list) && ref.column === 'nature' && natureOf(assessment, written)) return null;
  const expected = `${offered.slice(0, 6).join('、')}${offered.length > 6 ? '等' : ''}`;
  return { words: words('V10', { found: shownText(cell), expected }), expected };
});

function choicesFrom(context: CheckContext, from: string): readonly string[] {
  const [list = '', column = ''] = from.split('.');
  return context.evaluation.rows(list).map((row) => cellText(context.evaluation.item(list, row, column)).trim());
}

/** V11: a list row with contents but without the name that makes it a row: totals may hold it, counts do not. */
export const rowWithoutName = defineCheck({
  code: 'V11', title: '清单行缺少名称', source: SOURCE, level: 'warning', parameters: {},
  run: (context) => [...context.form.lists.values()].flatMap((list) => {
    if (list.block.output || context.form.sheets.get(list.sheet)?.visibility === 'hidden') return [];
    const column = list.block.identifiedBy;
    const filled = (row: number): readonly ListColumn[] => list.block.columns.filter((each) =>
      !each.hidden && each.id !== column && each.entry === 'typed' && !isBlank(context.evaluation.item(list.id, row, each.id)));
    return (context.evaluation.entries.lists.get(list.id) ?? []).flatMap((_, row): Verdict[] => {
      const others = isBlank(context.evaluation.item(list.id, row, column)) ? filled(row) : [];
      if (others.length === 0) return [];
      const slots = { items: others.slice(0, 3).map((each) => `“${each.label}”`).join(''), column: list.columns.get(column)?.label ?? column };
      return [{ outcome: 'found', level: 'warning', refs: [{ list: list.id, row, column }], words: words('V11', slots), found: '空白', expected: slots.column }];
    });
  }),
});

/** V12: people and things are counted in whole numbers. */
export const notWhole = cellCheck('V12', '个数不是整数', 'warning', ({ cell, read }) =>
  read?.ok && read.value.notes.includes('notWhole') ? { words: words('V12', { found: shownText(cell) }), expected: '整数' } : null);

/** From here on a rate without a percent sign was hardly meant as it stands: 96 is 9600%. */
const STRANGE_RATE = 2;

function percentWithoutSign({ form, read }: Entry): boolean {
  return form.content === 'rate' && form.signed !== true && read?.ok === true && !read.value.notes.includes('percent') && read.value.value.gte(STRANGE_RATE);
}

/** V13 B04: a percentage without its sign in a rate cell. */
export const percentSignMissing = defineCheck({
  code: 'V13', title: '比率格疑漏百分号', source: SOURCE, level: 'error', parameters: {},
  run: (context) => entriesOf(context).flatMap((given): Verdict[] => {
    const { read, cell, ref } = given;
    if (!read?.ok || !percentWithoutSign(given)) return [];
    const expected = `${numberText(read.value.value)}%`;
    const slots = { found: shownText(cell), percent: percentPoints(read.value), expected };
    return [{ outcome: 'found', level: cell.kind === 'text' ? 'error' : 'warning', refs: [ref], words: words('V13', slots), found: slots.found, expected }];
  }),
});

/** V14 B07: a text that must be given holds nothing but blanks or a dash. */
export const emptyInFact = cellCheck('V14', '必填项没有内容', 'error', ({ form, cell, read }) => {
  if (read !== null || form.required !== true || cell.kind !== 'text' || form.content === 'choice') return null;
  if (!saysNothing(cell.text)) return null;
  const visible = visiblePart(cell.text);
  return { words: words('V14', { found: visible === '' ? '空格' : `“${visible.slice(0, 10)}”` }), expected: '填报内容' };
});

/** Nothing but blanks, invisible characters and dashes. */
export function saysNothing(text: string): boolean {
  return /^[-—–－/／]*$/.test(visiblePart(text));
}

function visiblePart(text: string): string {
  return text.replaceAll(/[\s\u200B-\u200F\u2060\uFEFF]/g, '');
}

/** The number as it should be typed: a rate with its percent sign. */
function plainFigure(given: Entry, read: ReadNumber): string {
  switch (given.form.content) {
    case 'amount': return plainAmount(read.value);
    case 'rate': return percentPoints(read);
    default: return numberText(read.value);
  }
}

function percentPoints(read: ReadNumber): string {
  return `${numberText(read.value.times(100))}%`;
}

function shownText(cell: CellValue): string {
  return cellText(cell).slice(0, 60);
}

export const entryChecks: readonly Check[] = [
  numberAsText, unitInCell, percentAsAmount, notANumber, negativeNumber, tooManyDigits,
  errorValue, dateAsNumber, truthValue, choiceUnknown, rowWithoutName, notWhole, percentSignMissing, emptyInFact,
];
