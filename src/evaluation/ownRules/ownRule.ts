import type { PackFault } from '../../pack/fault';
import type { OwnRule, Pack, RuleUse } from '../../pack/pack';
import { BLANK, cellText, numberCell, textCell, type CellValue } from '../../values/cell';
import { fail, ok, type Result } from '../../values/result';
import type { BoundRule, Field, ListForm, Operand } from '../form';
import { cleanAmount } from '../rules/amounts';
import { cellsOf, refOf } from '../rules/faces';
import type { Operands, Parameters, RuleKind } from '../rules/rule';
import { sidesOf, type Expression, type FormulaFault } from './expression';
import { formulaText } from './formulaText';
import { cleanValue, isNumber, PLACES, valueOf, type Value } from './formulaValue';
import type { FormulaName } from './names';
import { parseFormula } from './parse';
import { formulaFaults, namesIn, typeIn } from './typing';

/** A formula that was read and whose names are known. */
export interface BoundFormula {
  readonly text: string;
  readonly expression: Expression;
  readonly names: ReadonlyMap<string, FormulaName>;
}

/** Kind of rule of the cells of an own rule in 自检表; no pack names it. */
export const OWN_RULE = 'ownRule';
/** Which cell of its row: the sides of a comparison, what lies between them, or √ × —. */
export type OwnRulePart = 'left' | 'right' | 'difference' | 'verdict';

export const HOLDS = '√';
export const BROKEN = '×';
export const NOT_KNOWN = '—';

/** Names that formulas may use: every field, and every list column as 清单_列; a field goes before a column of the same name. */
export function formulaNames(fields: ReadonlyMap<string, Pick<Field, 'name' | 'form'>>, lists: ReadonlyMap<string, ListForm>): ReadonlyMap<string, FormulaName> {
  const names = new Map<string, FormulaName>();
  for (const list of lists.values()) {
    if (list.block.output) continue;
    for (const { id, name, form } of list.columns.values()) {
      if (form.hidden) continue;
      names.set(name, { operand: { at: 'column', list: list.id, column: id }, content: form.content, heading: form.label });
    }
  }
  for (const [id, field] of fields) names.set(field.name, { operand: { at: 'field', id }, content: field.form.content });
  return names;
}

/** Reads a formula and looks its names up. Faults: the first place that cannot be read, else everything wrong with what it says. */
export function bindFormula(text: string, names: ReadonlyMap<string, FormulaName>): Result<BoundFormula, readonly FormulaFault[]> {
  const parsed = parseFormula(text);
  if (!parsed.ok) return fail([parsed.error]);
  const faults = formulaFaults(parsed.value, names);
  return faults.length > 0 ? fail(faults) : ok({ text, expression: parsed.value, names });
}

/** The rule of one cell of an own rule's row, or null when the pack has no such rule or its formula is faulty. */
export function bindOwnRule(use: RuleUse, pack: Pack, names: ReadonlyMap<string, FormulaName>): BoundRule | null {
  const rule = (pack.rules ?? []).find(({ id }) => id === use['rule']);
  const bound = rule ? bindFormula(rule.formula, names) : null;
  if (!bound?.ok) return null;
  const operands: Record<string, Operand> = {};
  for (const name of namesIn(bound.value.expression)) {
    const found = names.get(name);
    if (found) operands[name] = found.operand;
  }
  return { kind: ownRule, operands, parameters: { formula: bound.value, part: use['part'] } };
}

/** What is wrong with a pack's own rules, each with its place in the formula; every fault at once. */
export function ownRuleFaults(pack: Pack, names: ReadonlyMap<string, FormulaName>): readonly PackFault[] {
  const rules = pack.rules ?? [];
  const hasSheet = pack.sheets.some((sheet) => sheet.blocks.some(({ type }) => type === 'selfCheck'));
  const homeless: readonly PackFault[] = rules.length > 0 && !hasSheet ? [{ path: 'rules', found: `${rules.length}条`, expected: '有自定义规则的，模板包须有自检表（selfCheck 块）' }] : [];
  return [...homeless, ...rules.flatMap((rule, i): readonly PackFault[] => [
    ...(rules.findIndex(({ id }) => id === rule.id) < i ? [{ path: `rules[${i}].id`, found: rule.id, expected: '不重复的编号', example: 'U01' }] : []),
    ...formulaFaultsOf(rule, i, names),
  ])];
}

function formulaFaultsOf(rule: OwnRule, i: number, names: ReadonlyMap<string, FormulaName>): readonly PackFault[] {
  const bound = bindFormula(rule.formula, names);
  return bound.ok ? [] : bound.error.map(({ at, found, expected }): PackFault => ({
    path: `rules[${i}].formula`, found: `第${at}个字符起：${found}`, expected, example: '=支出_基本支出_决算数<=收入_合计_决算数',
  }));
}

/** A bureau's own rule, row by row in 自检表: its sides, their difference, and whether it holds. */
const ownRule: RuleKind = {
  kind: OWN_RULE,
  title: '自定义规则',
  source: '模板包的自定义规则',
  slots: {},
  parameters: {},
  value(operands, parameters) {
    const { expression } = formulaOf(parameters);
    const value = (of: Expression): Value => cleanValue(valueOf(of, { names: formulaOf(parameters).names, cells: (name) => cellsOf(operands, name) }));
    const sides = sidesOf(expression);
    switch (parameters['part'] as OwnRulePart) {
      case 'left': return sides ? cellOfValue(value(sides.left)) : BLANK;
      case 'right': return sides ? cellOfValue(value(sides.right)) : BLANK;
      case 'difference': return sides ? differenceOf(value(sides.left), value(sides.right)) : BLANK;
      case 'verdict': { const truth = value(expression); return textCell(typeof truth === 'boolean' ? (truth ? HOLDS : BROKEN) : NOT_KNOWN); }
    }
  },
  formula(references, parameters) {
    const { expression, names } = formulaOf(parameters);
    const text = (of: Expression): string => formulaText(of, { names, reference: (name) => refOf(references, name) });
    const sides = sidesOf(expression);
    const number = (of: Expression): string => `ROUND(${text(of)},${PLACES})`;
    switch (parameters['part'] as OwnRulePart) {
      case 'left': return sides ? shownSide(sides.left, names, text, number) : '""';
      case 'right': return sides ? shownSide(sides.right, names, text, number) : '""';
      case 'difference': return sides && typeIn(sides.left, names) === 'number' ? `IFERROR(ROUND(${number(sides.left)}-${number(sides.right)},8),"")` : '""';
      case 'verdict': return `IFERROR(IF(${text(expression)},"${HOLDS}","${BROKEN}"),"${NOT_KNOWN}")`;
    }
  },
  explain(operands, parameters, result) {
    const { text, names } = formulaOf(parameters);
    const figures = [...names.keys()].flatMap((name) => (operands[name] === undefined ? [] : shownOperand(name, operands)));
    return [`${text}：${cellText(result)}`, ...figures];
  },
};

function formulaOf(parameters: Parameters): BoundFormula {
  return parameters['formula'] as BoundFormula;
}

function shownSide(side: Expression, names: ReadonlyMap<string, FormulaName>, text: (of: Expression) => string, number: (of: Expression) => string): string {
  return `IFERROR(${typeIn(side, names) === 'number' ? number(side) : text(side)},"")`;
}

function cellOfValue(value: Value): CellValue {
  if (isNumber(value)) return numberCell(value);
  return typeof value === 'string' ? textCell(value) : BLANK;
}

function differenceOf(left: Value, right: Value): CellValue {
  return isNumber(left) && isNumber(right) ? numberCell(cleanAmount(left.minus(right))) : BLANK;
}

function shownOperand(name: string, operands: Operands): readonly string[] {
  const cells = cellsOf(operands, name);
  return cells.length === 1 && cells[0] ? [`${name}＝${cellText(cells[0]) || '空白'}`] : [];
}
