/** A formula of a bureau's own rule as a tree. `at`: 1-based place of its first character in the formula as written. */
export type Expression =
  | { readonly kind: 'number'; readonly text: string; readonly at: number }
  | { readonly kind: 'text'; readonly text: string; readonly at: number }
  | { readonly kind: 'truth'; readonly value: boolean; readonly at: number }
  | { readonly kind: 'name'; readonly name: string; readonly at: number }
  /** 30%: a hundredth of `of`. */
  | { readonly kind: 'percent'; readonly of: Expression; readonly at: number }
  | { readonly kind: 'minus'; readonly of: Expression; readonly at: number }
  | { readonly kind: 'binary'; readonly operator: BinaryOperator; readonly left: Expression; readonly right: Expression; readonly at: number }
  | { readonly kind: 'call'; readonly name: string; readonly given: readonly Expression[]; readonly at: number };

export type Comparison = '=' | '<>' | '<' | '<=' | '>' | '>=';
export type BinaryOperator = Comparison | '+' | '-' | '*' | '/' | '^' | '&';

/** One thing wrong with a formula. */
export interface FormulaFault {
  /** 1-based place in the formula as written. */
  readonly at: number;
  readonly found: string;
  readonly expected: string;
}

const COMPARISONS: ReadonlySet<string> = new Set<Comparison>(['=', '<>', '<', '<=', '>', '>=']);

export function isComparison(operator: string): operator is Comparison {
  return COMPARISONS.has(operator);
}

/** The expressions directly inside one. */
export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'percent': case 'minus': return [expression.of];
    case 'binary': return [expression.left, expression.right];
    case 'call': return expression.given;
    default: return [];
  }
}

/** Left and right side where a comparison stands on top, as 自检表 shows them; null for anything else. */
export function sidesOf(expression: Expression): { readonly left: Expression; readonly right: Expression; readonly operator: Comparison } | null {
  return expression.kind === 'binary' && isComparison(expression.operator) ? { left: expression.left, right: expression.right, operator: expression.operator } : null;
}
