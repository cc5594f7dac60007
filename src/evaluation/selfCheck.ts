import type { CellForm, Identity, MatrixBlock, MatrixRow, OwnRule, Pack, RuleUse, SelfCheckBlock } from '../pack/pack';
import { sidesOf } from './ownRules/expression';
import { OWN_RULE, type OwnRulePart } from './ownRules/ownRule';
import { parseFormula } from './ownRules/parse';

/**
 * 自检表 (forms.md G0) as an ordinary matrix: 序号 | 校验内容 | 左值 | 右值 | 差额 | 结论 | 说明, one row for each identity of the
 * pack's sheets in their order, then one for each of the bureau's own rules, so that a unit without the add-in sees what does not
 * balance.
 */
export function selfCheckMatrix(pack: Pack, block: SelfCheckBlock): MatrixBlock {
  return {
    type: 'matrix', id: block.id, name: block.name, rowHeading: '校验内容', numbering: '序号',
    columns: [
      { id: 'left', label: '左值', content: 'amount', entry: 'computed' },
      { id: 'right', label: '右值', content: 'amount', entry: 'computed' },
      { id: 'difference', label: '差额', content: 'amount', entry: 'computed' },
      { id: 'verdict', label: '结论', content: 'text', entry: 'computed', width: 8 },
      { id: 'note', label: '说明', content: 'longText', entry: 'typed', width: 34, hint: '不符或有尾差的，在这里写明原因。' },
    ],
    rows: [...pack.sheets.flatMap((sheet) => (sheet.identities ?? []).map(selfCheckRow)), ...distinctRules(pack).map(ownRuleRow)],
  };
}

function selfCheckRow(identity: Identity): MatrixRow {
  const content = identity.content ?? 'amount';
  const side = (of: readonly string[]): RuleUse => identity.unless ? { kind: 'sumUnless', of, unless: identity.unless }
    : of.length === 1 ? { kind: 'same', of: of[0] } : { kind: 'sum', of };
  return {
    id: identity.id, label: identity.subject,
    cells: {
      left: { content, rule: side(identity.left) },
      right: { content, rule: side(identity.right) },
      difference: { content, rule: { kind: 'difference', from: 'left', subtract: ['right'] } },
      verdict: { rule: { kind: 'balanceVerdict', left: 'left', right: 'right', parts: identity.parts } },
    },
  };
}

/**
 * Where in the pack a fault of a row of 自检表 stands: with the identity the row is made from. `origins`: for each sheet its place in
 * the pack as it is written. Any other path stays as it is.
 */
export function identityPath(pack: Pack, origins: readonly number[], path: string): string {
  const match = /^sheets\[(\d+)\]\.blocks\[(\d+)\]\.rows\[(\d+)\]\.cells\.(left|right)\.rule\.(?:of|unless)(?:\[(\d+)\])?$/.exec(path);
  const sheet = pack.sheets[origins.indexOf(Number(match?.[1]))];
  if (!match || sheet?.blocks[Number(match[2])]?.type !== 'selfCheck') return path;
  const identities = pack.sheets.flatMap((one, s) => (one.identities ?? []).map((_, i) => `sheets[${origins[s] ?? s}].identities[${i}]`));
  const identity = identities[Number(match[3])];
  return identity === undefined ? path : `${identity}.${match[4] ?? ''}[${match[5] ?? 0}]`;
}

/** An id used twice is a fault of the pack; its row is laid out once. */
function distinctRules({ rules = [] }: Pack): readonly OwnRule[] {
  return rules.filter((rule, i) => rules.findIndex(({ id }) => id === rule.id) === i);
}

/** Sides and difference only where the formula is a comparison of two. */
function ownRuleRow(rule: OwnRule): MatrixRow {
  const parsed = parseFormula(rule.formula);
  const compares = parsed.ok && sidesOf(parsed.value) !== null;
  const cell = (part: OwnRulePart): Partial<CellForm> => ({ content: 'number', entry: 'computed', rule: { kind: OWN_RULE, rule: rule.id, part } });
  const side = (part: OwnRulePart): Partial<CellForm> => (compares ? cell(part) : { entry: 'none' });
  return {
    id: rule.id, label: rule.name, name: `${rule.id}${rule.name}`,
    cells: { left: side('left'), right: side('right'), difference: side('difference'), verdict: { ...cell('verdict'), content: 'text' } },
  };
}

/** Field id of an own rule's 结论, or null in a pack without 自检表. */
export function ownVerdictOf(pack: Pack, rule: OwnRule): string | null {
  const block = selfCheckBlockOf(pack);
  return block ? `${block.id}.${rule.id}.verdict` : null;
}

function selfCheckBlockOf(pack: Pack): SelfCheckBlock | undefined {
  return pack.sheets.flatMap((sheet) => sheet.blocks).find((candidate) => candidate.type === 'selfCheck');
}

/** Stands in field ids for the 自检表 that a pack does not have. */
export const NO_SELF_CHECK = '自检表';

/** Field id of an identity's 结论 in the pack's 自检表; without that sheet an id that compiling the form reports as a fault. */
export function verdictOf(pack: Pack, identity: Identity): string {
  return `${selfCheckBlockOf(pack)?.id ?? NO_SELF_CHECK}.${identity.id}.verdict`;
}
