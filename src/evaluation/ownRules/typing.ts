import { nearest } from '../../values/nearest';
import { isComparison, partsOf, type Expression, type FormulaFault } from './expression';
import { FORMULA_FUNCTIONS, readCriterion, type FormulaFunction, type Takes, type ValueType } from './functions';
import { typeOf, type FormulaName } from './names';

const MOST_ARGUMENTS = 30;
const TYPE_WORDS: Readonly<Record<ValueType, string>> = { number: '数字', text: '文字', truth: '条件' };

/**
 * Everything wrong with what a formula says: unknown names, columns where one cell belongs, texts among numbers, wrong arguments,
 * a result that is no condition.
 */
export function formulaFaults(expression: Expression, names: ReadonlyMap<string, FormulaName>): readonly FormulaFault[] {
  const typing = new Typing(names);
  const type = typing.typeOf(expression);
  if (type !== null && type !== 'truth') typing.fault(expression, TYPE_WORDS[type], '能判断成立与否的条件，如 =甲<=乙');
  return typing.faults.length === 0 ? typing.faults : [...typing.faults].sort((a, b) => a.at - b.at);
}

/** Type of an expression without faults. */
export function typeIn(expression: Expression, names: ReadonlyMap<string, FormulaName>): ValueType | null {
  return new Typing(names).typeOf(expression);
}

class Typing {
  readonly faults: FormulaFault[] = [];

  constructor(private readonly names: ReadonlyMap<string, FormulaName>) {}

  fault({ at }: Expression, found: string, expected: string): null {
    this.faults.push({ at, found, expected });
    return null;
  }

  /** Null after a fault: nothing more is said of what contains it. */
  typeOf(expression: Expression): ValueType | null {
    switch (expression.kind) {
      case 'number': case 'text': return expression.kind;
      case 'truth': return 'truth';
      case 'name': return this.cell(expression);
      case 'percent': case 'minus': return this.is(expression.of, 'number') ? 'number' : null;
      case 'binary': return this.binary(expression);
      case 'call': return this.call(expression);
    }
  }

  private known(expression: Expression & { readonly kind: 'name' }): FormulaName | null {
    const found = this.names.get(expression.name);
    if (found) return found;
    const meant = nearest(expression.name, this.names.keys());
    return this.fault(expression, expression.name, meant === null ? '本模板的名称（如 支出_基本支出_决算数）' : `本模板的名称，是否指 ${meant}`);
  }

  private cell(expression: Expression & { readonly kind: 'name' }): ValueType | null {
    const name = this.known(expression);
    if (!name) return null;
    if (name.operand.at === 'column') return this.fault(expression, `${expression.name}（整列）`, '一个格的名称；整列要放在 SUM、MAX、COUNTIF 等函数里');
    return typeOf(name.content);
  }

  private is(expression: Expression, wanted: ValueType): boolean {
    const type = this.typeOf(expression);
    if (type !== null && type !== wanted) this.fault(expression, TYPE_WORDS[type], TYPE_WORDS[wanted]);
    return type === wanted;
  }

  private binary(expression: Expression & { readonly kind: 'binary' }): ValueType | null {
    const { operator, left, right } = expression;
    if (isComparison(operator)) {
      const [one, other] = [this.typeOf(left), this.typeOf(right)];
      if (one === null || other === null) return null;
      if (one === 'truth' || other === 'truth') return this.fault(expression, operator, '数字或文字的比较；几个条件请用 AND、OR、NOT');
      if (one !== other) return this.fault(expression, `${TYPE_WORDS[one]}与${TYPE_WORDS[other]}比较`, '数字与数字比较，文字与文字比较');
      if (one === 'text' && operator !== '=' && operator !== '<>') return this.fault(expression, operator, '文字只能用 = 或 <> 比较');
      return 'truth';
    }
    const wanted = operator === '&' ? 'text' : 'number';
    const sides = [this.is(left, wanted), operator === '^' ? this.exponent(right) : this.is(right, wanted)];
    return sides.every(Boolean) ? wanted : null;
  }

  /** Other powers come out differently from program to program. */
  private exponent(expression: Expression): boolean {
    if (expression.kind === 'number' && /^[0-9]$/.test(expression.text)) return true;
    this.fault(expression, '指数', '0 至 9 的整数');
    return false;
  }

  private call(expression: Expression & { readonly kind: 'call' }): ValueType | null {
    const definition = FORMULA_FUNCTIONS.get(expression.name);
    if (!definition) return null;
    const { given } = expression;
    const fits = definition.repeats ? given.length >= definition.takes.length && given.length <= MOST_ARGUMENTS : given.length === definition.takes.length;
    if (!fits) return this.fault(expression, `${expression.name}有${given.length}个参数`, definition.usage);
    const place = (i: number): Takes => definition.takes[Math.min(i, definition.takes.length - 1)] ?? 'number';
    const right = given.map((one, i) => place(i) === 'same' || this.argument(one, place(i)));
    const same = this.sameType(expression, given.filter((_, i) => place(i) === 'same'));
    if (!right.every(Boolean) || (definition.takes.includes('same') && same === null)) return null;
    return this.oneList(expression, definition) ? (definition.gives === 'same' ? same : definition.gives) : null;
  }

  private argument(expression: Expression, takes: Takes): boolean {
    switch (takes) {
      case 'number': case 'text': case 'truth': return this.is(expression, takes);
      case 'figures': return this.column(expression) ? this.figures(expression) : this.is(expression, 'number');
      case 'figureColumn': return this.needsColumn(expression) && this.figures(expression);
      case 'column': return this.needsColumn(expression);
      case 'cell': return expression.kind === 'name' ? this.cell(expression) !== null : this.fault(expression, '算式', '一个格的名称') !== null;
      case 'places': return (expression.kind === 'number' && /^[0-6]$/.test(expression.text)) || this.fault(expression, '位数', '0 至 6 的整数') !== null;
      case 'criterion': return (expression.kind === 'text' && readCriterion(expression.text) !== null)
        || this.fault(expression, expression.kind === 'text' ? `"${expression.text}"` : '条件', '加引号的文字如 "人员类"，或与数比较如 ">=0.8"') !== null;
      case 'same': return true;
    }
  }

  private column(expression: Expression): FormulaName | null {
    const name = expression.kind === 'name' ? this.names.get(expression.name) : undefined;
    return name?.operand.at === 'column' ? name : null;
  }

  private needsColumn(expression: Expression): boolean {
    if (this.column(expression)) return true;
    if (expression.kind === 'name' && !this.known(expression)) return false;
    this.fault(expression, expression.kind === 'name' ? `${expression.name}（一个格）` : '算式', '清单一列的名称，如 项目_执行数');
    return false;
  }

  private figures(expression: Expression): boolean {
    const column = this.column(expression);
    if (!column || typeOf(column.content) === 'number') return true;
    this.fault(expression, `${column.heading ?? ''}（文字列）`, '数字的列');
    return false;
  }

  private sameType(expression: Expression, given: readonly Expression[]): ValueType | null {
    const types = given.map((one) => this.typeOf(one));
    const [first] = types;
    if (first === undefined || types.includes(null)) return null;
    return types.every((type) => type === first) ? first : this.fault(expression, types.map((type) => TYPE_WORDS[type ?? 'text']).join('、'), '各个结果同为数字、同为文字或同为条件');
  }

  /** Columns of two lists have rows that do not belong together; a criterion equal to the heading would count the heading. */
  private oneList(expression: Expression & { readonly kind: 'call' }, definition: FormulaFunction): boolean {
    if (!definition.takes.includes('criterion')) return true;
    const columns = expression.given.flatMap((one) => this.column(one) ?? []);
    const lists = new Set(columns.map(({ operand }) => (operand.at === 'column' ? operand.list : '')));
    if (lists.size > 1) return this.fault(expression, '两个清单的列', '同一清单的列') !== null;
    const criterion = expression.given.find((one) => one.kind === 'text');
    const heads = columns[0]?.heading;
    if (criterion?.kind === 'text' && criterion.text === heads) return this.fault(criterion, `"${criterion.text}"`, '与列标题不同的文字') !== null;
    return true;
  }
}

/** Every name a formula uses, each once, in the order of writing. */
export function namesIn(expression: Expression): readonly string[] {
  const all = (one: Expression): readonly string[] => (one.kind === 'name' ? [one.name] : partsOf(one).flatMap(all));
  return [...new Set(all(expression))];
}
