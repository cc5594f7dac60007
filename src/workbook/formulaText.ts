import { columnLetters, columnNumber, MAX_COLUMNS, MAX_ROWS, quoteSheet } from '../values/address';

/**
 * What Excel makes of a formula that is copied `rows` down and `columns` to the right: what is relative moves, the rest stays;
 * what would leave the grid is `#REF!`.
 */
export function shiftFormula(formula: string, rows: number, columns = 0): string {
  return formula.replaceAll(REFERENCE, (whole: string, text: string | undefined, fixedColumn: string | undefined, column: string | undefined, fixedRow: string | undefined, row: string | undefined) => {
    if (text !== undefined || column === undefined || row === undefined) return whole;
    const place = columnNumber(column);
    if (place === null || Number(row) > MAX_ROWS) return whole;
    const toColumn = fixedColumn === '$' ? place : place + columns;
    const toRow = fixedRow === '$' ? Number(row) : Number(row) + rows;
    if (toColumn < 0 || toColumn >= MAX_COLUMNS || toRow < 1 || toRow > MAX_ROWS) return '#REF!';
    return `${fixedColumn ?? ''}${columnLetters(toColumn)}${fixedRow ?? ''}${toRow}`;
  });
}

/** Texts and quoted sheet names are passed over; names and functions that end in digits are no references. */
const REFERENCE = /("(?:[^"]|"")*"|'(?:[^']|'')*')|(?<![\p{L}\p{N}_.$])(\$?)([A-Z]{1,3})(\$?)(\d{1,7})(?![\p{L}\p{N}_.(!])/gu;

/** Functions newer than the file format are stored with these marks, which Excel does not show. */
const NEWER_FUNCTION = /_xl(?:fn|ws|udf|pm)\./gi;

/** A formula stored in a file as Excel shows it; texts stay as they are. */
export function shownFormula(stored: string): string {
  return outsideTexts(stored, (part) => part.replaceAll(NEWER_FUNCTION, ''));
}

/**
 * A form in which formulas of one meaning are equal: `$` matters to copies only, and programs differ in blanks, case of function names, quotes around sheet names,
 * TRUE and TRUE(), and in how they write an implicit intersection when they store a formula.
 */
export function normalFormula(formula: string): string {
  return outsideTexts(shownFormula(formula), (part) => part.replaceAll(/[\s@$]/g, '').toUpperCase().replaceAll(/'((?:[^']|'')+)'!/g, '$1!').replaceAll(/(?<![\p{L}\p{N}_.])(TRUE|FALSE)\(\)/gu, '$1'));
}

/** The formula with tabs called otherwise: `tabs` from the name written to the name wanted. */
export function withTabs(formula: string, tabs: ReadonlyMap<string, string>): string {
  if (tabs.size === 0) return formula;
  return formula.replaceAll(TAB, (whole: string, text: string | undefined, quoted: string | undefined, plain: string | undefined) => {
    const wanted = text === undefined ? tabs.get(quoted?.replaceAll("''", "'") ?? plain ?? '') : undefined;
    return wanted === undefined ? whole : `${quoteSheet(wanted)}!`;
  });
}

/** Whether the formula refers to cells of one of these tabs. */
export function mentionsTab(formula: string, tabs: ReadonlySet<string>): boolean {
  return tabs.size > 0 && [...formula.matchAll(TAB)].some(([, text, quoted, plain]) => text === undefined && tabs.has(quoted?.replaceAll("''", "'") ?? plain ?? ''));
}

/** A text, which is passed over, or the name of a tab before its exclamation mark. */
const TAB = /("(?:[^"]|"")*")|'((?:[^']|'')*)'!|(?<![\p{L}\p{N}_.'])([\p{L}\p{N}_.]+)!/gu;

function outsideTexts(formula: string, change: (part: string) => string): string {
  return formula.split(/("(?:[^"]|"")*")/).map((part, index) => (index % 2 === 1 ? part : change(part))).join('');
}
