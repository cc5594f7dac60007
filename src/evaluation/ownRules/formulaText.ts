import { isComparison, partsOf, type Expression } from './expression';
import { quoted } from '../rules/faces';
import { PLACES } from './formulaValue';
import { typeOf, type FormulaName } from './names';

export interface References {
  readonly names: ReadonlyMap<string, FormulaName>;
  /** A1 reference of a cell, or of a column from its header row to its locked end row. */
  reference(name: string): string;
}

/**
 * The cell's face of an expression that `formulaFaults` found right, without `=`. #N/A wherever the engine has no value, in any
 * place where a blank cell would count as zero.
 */
export function formulaText(expression: Expression, references: References): string {
  return new Printer(references).guarded(expression);
}

class Printer {
  constructor(private readonly references: References) {}

  /** The expression, or #N/A while a cell it needs is not filled. */
  guarded(expression: Expression): string {
    const needs = this.needsOf(expression);
    return this.whenFilled(needs, this.print(expression));
  }

  private whenFilled(names: ReadonlySet<string>, formula: string): string {
    if (names.size === 0) return formula;
    const numbers = [...names].filter((name) => !this.isText(name)).map((name) => this.ref(name));
    const texts = [...names].filter((name) => this.isText(name)).map((name) => `LEN(T(${this.ref(name)}))>0`);
    const tests = [...(numbers.length > 0 ? [`COUNT(${numbers.join(',')})=${numbers.length}`] : []), ...texts];
    return `IF(${tests.length === 1 ? tests[0] ?? '' : `AND(${tests.join(',')})`},${formula},NA())`;
  }

  /** Names whose cells an expression needs, but for those that its own conditions and functions look after. */
  private needsOf(expression: Expression): ReadonlySet<string> {
    switch (expression.kind) {
      case 'name': return new Set([expression.name]);
      case 'binary': if (isComparison(expression.operator)) return new Set(); break;
      case 'call': {
        const { name, given } = expression;
        if (name === 'ABS' || name === 'ROUND') break;
        const strict = name === 'SUM' || name === 'MAX' || name === 'MIN' || name === 'AVERAGE' || name === 'LEN' ? given.filter(({ kind }) => kind !== 'name') : [];
        return new Set(strict.flatMap((one) => [...this.needsOf(one)]));
      }
      default:
    }
    return new Set(partsOf(expression).flatMap((part) => [...this.needsOf(part)]));
  }

  private print(expression: Expression): string {
    switch (expression.kind) {
      case 'number': return expression.text.startsWith('.') ? `0${expression.text}` : expression.text;
      case 'text': return quoted(expression.text);
      case 'truth': return expression.value ? 'TRUE' : 'FALSE';
      case 'name': return this.ref(expression.name);
      case 'percent': return `(${this.print(expression.of)}/100)`;
      case 'minus': return `(-${this.print(expression.of)})`;
      case 'binary': return this.binary(expression);
      case 'call': return this.call(expression);
    }
  }

  private binary(expression: Expression & { readonly kind: 'binary' }): string {
    const { operator, left, right } = expression;
    const [one, other] = [this.print(left), this.print(right)];
    if (!isComparison(operator)) return `(${one}${operator}${other})`;
    const needs = new Set([...this.needsOf(left), ...this.needsOf(right)]);
    return this.whenFilled(needs, this.givesText(left) ? `${one}${operator}${other}` : `ROUND(${one}-${other},${PLACES})${operator}0`);
  }

  private call({ name, given }: Expression & { readonly kind: 'call' }): string {
    const plain = (): string => `${name}(${given.map((one) => this.print(one)).join(',')})`;
    switch (name) {
      case 'SUM': case 'MAX': case 'MIN': case 'AVERAGE':
        return given.every(({ kind }) => kind === 'name') ? `IF(COUNT(${given.map((one) => this.print(one)).join(',')})>0,${plain()},NA())` : plain();
      case 'IF': return `IF(${given.map((one, i) => (i === 0 ? this.print(one) : this.guarded(one))).join(',')})`;
      case 'IFERROR': return `IFERROR(${given.map((one) => this.guarded(one)).join(',')})`;
      // Excel's NOT is a plain function; engines that compute with arrays fail on it inside the condition of an IF.
      case 'NOT': return `IF(${given[0] ? this.print(given[0]) : ''},FALSE,TRUE)`;
      case 'LEN': return given[0]?.kind === 'name' ? `LEN(T(${this.print(given[0])}))` : plain();
      case 'ROUND': return `ROUND(ROUND(${given[0] ? this.print(given[0]) : ''},${2 * PLACES}),${given[1] ? this.print(given[1]) : ''})`;
      default: return plain();
    }
  }

  private ref(name: string): string {
    return this.references.reference(name);
  }

  private isText(name: string): boolean {
    return typeOf(this.references.names.get(name)?.content ?? 'number') === 'text';
  }

  private givesText(expression: Expression): boolean {
    switch (expression.kind) {
      case 'text': return true;
      case 'name': return this.isText(expression.name);
      case 'binary': return expression.operator === '&';
      case 'call': { const [first, second] = expression.given; return expression.name === 'IF' ? second !== undefined && this.givesText(second) : expression.name === 'IFERROR' && first !== undefined && this.givesText(first); }
      default: return false;
    }
  }
}
