import { nearest } from '../../values/nearest';
import { fail, ok, type Result } from '../../values/result';
import { isComparison, type BinaryOperator, type Expression, type FormulaFault } from './expression';
import { FORMULA_FUNCTIONS } from './functions';
import { tokensOf, type Token } from './tokens';

/** Characters of a formula as written. */
export const LONGEST_FORMULA = 1_000;
/** Names, numbers, operators and functions; with the longest sheet names the cell's formula stays below Excel's 8,192 characters. */
const MOST_PARTS = 60;
/** Brackets and functions inside each other; a cell takes 64 levels, and each of ours makes up to four. */
const DEEPEST = 12;

/** Binding power; all are read from left to right, as Excel does, `^` too. */
const POWER: Readonly<Record<BinaryOperator, number>> = {
  '=': 1, '<>': 1, '<': 1, '<=': 1, '>': 1, '>=': 1, '&': 2, '+': 3, '-': 3, '*': 4, '/': 4, '^': 5,
};
/** `-2^2` is 4 in a spreadsheet: the sign binds closer than the power. */
const SIGN_POWER = 6;
const ADDRESS = /^(?:[A-Za-z]{1,3}\d{1,7}|[Rr]\d*[Cc]\d*|[A-Za-z]{1,3})$/;

/**
 * Reads a formula of the rule language: names, numbers, texts, `+ - * / ^ & %`, comparisons, brackets and the functions of
 * `functions.ts`. No addresses, sheets, workbooks or arrays. Fault: the first place that cannot be read.
 */
export function parseFormula(formula: string): Result<Expression, FormulaFault> {
  if (formula.length > LONGEST_FORMULA) return fail({ at: LONGEST_FORMULA + 1, found: `${formula.length}个字符`, expected: `不超过${LONGEST_FORMULA}个字符` });
  const sign = /^[\s\u3000\u00a0]*[=＝]/.exec(formula);
  if (!sign) return fail({ at: 1, found: formula.slice(0, 20) || '空白', expected: '以等号 = 开头的公式' });
  const tokens = tokensOf(formula, sign[0].length);
  if (!tokens.ok) return tokens;
  try {
    return ok(new Parser(tokens.value).run());
  } catch (error) {
    if (error instanceof Break) return fail(error.fault);
    throw error;
  }
}

/** Carries the fault that ends the reading out of the nested calls. */
class Break extends Error {
  constructor(readonly fault: FormulaFault) {
    super(fault.expected);
  }
}

class Parser {
  private next = 0;
  private parts = 0;
  private depth = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  run(): Expression {
    const expression = this.expression(0);
    if (this.token.kind !== 'end') this.break(this.isMark(')') ? '去掉多余的右括号' : '运算符，或到此结束');
    return expression;
  }

  private get token(): Token {
    return this.tokens[this.next] ?? { kind: 'end', text: '', at: 1 };
  }

  private isMark(text: string): boolean {
    return this.token.kind === 'mark' && this.token.text === text;
  }

  private expression(least: number): Expression {
    this.depth += 1;
    if (this.depth > DEEPEST) this.break(`嵌套不超过${DEEPEST}层`);
    let left = this.operand();
    for (let power = this.power(); power !== null && power > least; power = this.power()) {
      const { text, at } = this.token;
      this.step();
      const operator = text as BinaryOperator;
      left = this.counted({ kind: 'binary', operator, left, right: this.expression(power), at });
      if (isComparison(operator) && this.power() === POWER[operator]) this.break('不能连着比较，请写成 AND(甲<=乙,乙<=丙)');
    }
    this.depth -= 1;
    return left;
  }

  private power(): number | null {
    return this.token.kind === 'mark' && Object.hasOwn(POWER, this.token.text) ? POWER[this.token.text as BinaryOperator] : null;
  }

  private operand(): Expression {
    const { kind, text, at } = this.token;
    if (kind === 'mark' && (text === '-' || text === '+')) {
      this.step();
      const of = this.expression(SIGN_POWER);
      return text === '-' ? this.counted({ kind: 'minus', of, at }) : of;
    }
    let expression = this.simple();
    while (this.isMark('%')) {
      expression = this.counted({ kind: 'percent', of: expression, at });
      this.step();
    }
    return expression;
  }

  private simple(): Expression {
    const { kind, text, at } = this.token;
    if (kind === 'mark' && text === '(') {
      this.step();
      const inner = this.expression(0);
      this.close();
      return inner;
    }
    if (kind === 'end' || kind === 'mark') return this.break('名称、数字、文字、函数或左括号');
    this.step();
    if (kind === 'number') return this.counted({ kind, text, at });
    if (kind === 'text') return this.counted({ kind, text, at });
    if (this.isMark('(')) return this.call(text, at);
    if (/^(?:TRUE|FALSE)$/i.test(text)) return this.counted({ kind: 'truth', value: text.toUpperCase() === 'TRUE', at });
    if (ADDRESS.test(text)) throw new Break({ at, found: text, expected: '名称，不能写单元格地址' });
    return this.counted({ kind: 'name', name: text, at });
  }

  private call(written: string, at: number): Expression {
    const name = written.toUpperCase();
    if (/^(?:TRUE|FALSE)$/.test(name)) {
      this.step();
      this.close();
      return this.counted({ kind: 'truth', value: name === 'TRUE', at });
    }
    if (!FORMULA_FUNCTIONS.has(name)) {
      const meant = nearest(name, FORMULA_FUNCTIONS.keys());
      throw new Break({ at, found: `${written}()`, expected: `${meant === null ? '' : `是否指 ${meant}？`}可用的函数：${[...FORMULA_FUNCTIONS.keys()].join('、')}` });
    }
    this.step();
    const given: Expression[] = [];
    if (!this.isMark(')')) {
      given.push(this.expression(0));
      while (this.isMark(',')) {
        this.step();
        given.push(this.expression(0));
      }
    }
    this.close();
    return this.counted({ kind: 'call', name, given, at });
  }

  private close(): void {
    if (!this.isMark(')')) this.break('右括号 )');
    this.step();
  }

  private step(): void {
    this.next += 1;
  }

  private counted(expression: Expression): Expression {
    this.parts += 1;
    if (this.parts > MOST_PARTS) throw new Break({ at: expression.at, found: `超过${MOST_PARTS}个部分`, expected: `名称、数字、运算符和函数合计不超过${MOST_PARTS}个` });
    return expression;
  }

  private break(expected: string): never {
    const { kind, text, at } = this.token;
    throw new Break({ at, found: kind === 'end' ? '公式到此中断' : text, expected });
  }
}
