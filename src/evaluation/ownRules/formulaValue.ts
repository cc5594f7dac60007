import { isBlank, type CellValue } from '../../values/cell';
import { decimal, HUNDRED, roundHalfUp, type Decimal } from '../../values/decimal';
import { isComparison, type Comparison, type Expression } from './expression';
import { figuresIn, meets, overFigures, readCriterion, sumWhere } from './functions';
import { typeOf, type FormulaName } from './names';

/** Value of an expression; null when there is none: an operand is missing or no number, or a division by zero. */
export type Value = Decimal | string | boolean | null;

/** What is off by less than half of this decimal counts as equal: a cell keeps the binary remainder of 0.1+0.2-0.3. */
export const PLACES = 6;

export interface Operands {
  readonly names: ReadonlyMap<string, FormulaName>;
  /** The cell of a name, or all cells of a column. */
  cells(name: string): readonly CellValue[];
}

/** The engine's face of an expression that `formulaFaults` found right. Conditions of IF decide which branch is looked at. */
export function valueOf(expression: Expression, operands: Operands): Value {
  switch (expression.kind) {
    case 'number': return decimal(expression.text);
    case 'text': return expression.text;
    case 'truth': return expression.value;
    case 'name': return cellValueOf(expression.name, operands);
    case 'percent': return onNumbers([expression.of], operands, ([of]) => of.div(HUNDRED));
    case 'minus': return onNumbers([expression.of], operands, ([of]) => of.negated());
    case 'binary': return binaryValue(expression, operands);
    case 'call': return callValue(expression, operands);
  }
}

/** A number cut clean as cells show it; texts and conditions as they are. */
export function cleanValue(value: Value): Value {
  return isNumber(value) ? roundHalfUp(value, PLACES) : value;
}

export function isNumber(value: Value): value is Decimal {
  return value !== null && typeof value === 'object';
}

function cellValueOf(name: string, { names, cells }: Operands): Value {
  const [cell] = cells(name);
  const textual = typeOf(names.get(name)?.content ?? 'number') === 'text';
  if (textual) return cell?.kind === 'text' ? cell.text : null;
  return cell?.kind === 'number' ? cell.value : null;
}

function onNumbers(parts: readonly Expression[], operands: Operands, compute: (numbers: readonly [Decimal, Decimal]) => Decimal): Value {
  const numbers = parts.map((part) => valueOf(part, operands));
  const [one = null, other = one] = numbers;
  return isNumber(one) && isNumber(other) ? compute([one, other]) : null;
}

function binaryValue({ operator, left, right }: Expression & { readonly kind: 'binary' }, operands: Operands): Value {
  if (isComparison(operator)) return compared(valueOf(left, operands), operator, valueOf(right, operands));
  if (operator === '&') {
    const [one, other] = [valueOf(left, operands), valueOf(right, operands)];
    return typeof one === 'string' && typeof other === 'string' ? one + other : null;
  }
  if (operator === '/') {
    const divisor = valueOf(right, operands);
    if (isNumber(divisor) && divisor.isZero()) return null;
  }
  return onNumbers([left, right], operands, ([one, other]) => {
    switch (operator) {
      case '+': return one.plus(other);
      case '-': return one.minus(other);
      case '*': return one.times(other);
      case '/': return one.div(other);
      case '^': return one.pow(other);
    }
  });
}

function compared(left: Value, operator: Comparison, right: Value): boolean | null {
  if (typeof left === 'string' && typeof right === 'string') return (left.toLowerCase() === right.toLowerCase()) === (operator === '=');
  if (!isNumber(left) || !isNumber(right)) return null;
  const gap = roundHalfUp(left.minus(right), PLACES);
  switch (operator) {
    case '=': return gap.isZero();
    case '<>': return !gap.isZero();
    case '<': return gap.lt(0);
    case '<=': return gap.lte(0);
    case '>': return gap.gt(0);
    case '>=': return gap.gte(0);
  }
}

function callValue({ name, given }: Expression & { readonly kind: 'call' }, operands: Operands): Value {
  const value = (i: number): Value => { const one = given[i]; return one ? valueOf(one, operands) : null; };
  const column = (i: number): readonly CellValue[] => { const one = given[i]; return one?.kind === 'name' ? operands.cells(one.name) : []; };
  const criterion = given.flatMap((one) => (one.kind === 'text' ? readCriterion(one.text) ?? [] : []))[0];
  switch (name) {
    case 'SUM': case 'MAX': case 'MIN': case 'AVERAGE': {
      const figures = given.map((one) => figuresOf(one, operands));
      return figures.includes(null) ? null : overFigures(name, figures.flatMap((some) => some ?? []));
    }
    case 'COUNT': return decimal(given.flatMap((_, i) => column(i)).filter(({ kind }) => kind === 'number').length);
    case 'COUNTIF': return criterion ? decimal(column(0).filter((cell) => meets(cell, criterion)).length) : null;
    case 'SUMIF': return criterion ? sumWhere(column(0), criterion, column(2)) : null;
    case 'ABS': return onNumbers(given, operands, ([of]) => of.abs());
    // Twice, as the cell does: first what binary arithmetic left over, then what the bureau asks for.
    case 'ROUND': return onNumbers(given, operands, ([of, places]) => roundHalfUp(roundHalfUp(of, 2 * PLACES), places.toNumber()));
    case 'IF': { const truth = value(0); return typeof truth === 'boolean' ? value(truth ? 1 : 2) : null; }
    case 'IFERROR': return value(0) ?? value(1);
    case 'AND': case 'OR': {
      const truths = given.map((_, i) => value(i));
      return truths.includes(null) ? null : name === 'AND' ? truths.every(Boolean) : truths.some(Boolean);
    }
    case 'NOT': { const truth = value(0); return typeof truth === 'boolean' ? !truth : null; }
    case 'LEN': return lengthOf(given[0], operands);
    case 'ISNUMBER': return column(0)[0]?.kind === 'number';
    default: return null;
  }
}

/** Figures of a name, blank ones and texts passed over; of anything else its value. */
function figuresOf(expression: Expression, operands: Operands): readonly Decimal[] | null {
  if (expression.kind === 'name') return figuresIn(operands.cells(expression.name));
  const value = valueOf(expression, operands);
  return isNumber(value) ? [value] : null;
}

/** A blank cell has the length 0, so that a formula can ask whether something was written. */
function lengthOf(expression: Expression | undefined, operands: Operands): Value {
  if (expression?.kind === 'name') {
    const [cell] = operands.cells(expression.name);
    if (!cell || isBlank(cell)) return decimal(0);
    return cell.kind === 'error' ? null : decimal(cell.kind === 'text' ? cell.text.length : 0);
  }
  const value = expression ? valueOf(expression, operands) : null;
  return typeof value === 'string' ? decimal(value.length) : null;
}
