import { numberCell } from '../../values/cell';
import { cellsOf, refsOf } from './faces';
import { shown } from './figures';
import type { Parameters, RuleKind } from './rule';
import { unbalanced } from './unbalanced';

/** 自检不平 of a sheet: how many of its identities do not hold beyond 尾差. Sides stand pairwise in `left` and `right`. */
export const unbalancedCount: RuleKind = {
  kind: 'unbalancedCount',
  title: '自检不平',
  source: '勾稽关系；尾差按分项个数',
  slots: { left: 'many', right: 'many' },
  parameters: { parts: { type: 'array', items: { type: 'integer', minimum: 1 } } },
  value(operands, parameters) {
    const left = cellsOf(operands, 'left'), right = cellsOf(operands, 'right');
    const broken = left.filter((cell, pair) => {
      const verdict = unbalanced.value({ left: cell, right: right[pair] }, partsOf(parameters, pair));
      return verdict.kind === 'number' && !verdict.value.isZero();
    });
    return numberCell(broken.length);
  },
  formula(references, parameters) {
    const right = refsOf(references, 'right');
    const pairs = refsOf(references, 'left').map((left, pair) => unbalanced.formula({ left, right: right[pair] }, partsOf(parameters, pair)));
    return pairs.length === 0 ? '0' : pairs.join('+');
  },
  explain(operands, _parameters, result) {
    return [`${cellsOf(operands, 'left').length}条勾稽关系，不平${shown(result)}条`];
  },
};

function partsOf(parameters: Parameters, pair: number): Parameters {
  const parts = parameters['parts'];
  return { parts: Array.isArray(parts) ? parts[pair] : undefined };
}
