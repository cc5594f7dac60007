import { BLANK, type CellValue, cellText, notApplicable, numberCell, textCell, uncomputed } from '../../values/cell';
import { comparisonIn } from './comparisons';
import { cellOf, cellsOf, firstError, isNotApplicable, optionalRef, quoted, refOf } from './faces';
import { shown } from './figures';
import { trimmed } from './indicatorNumber';
import type { Operands, Parameters, RuleKind } from './rule';
import { FORWARD, scaleKey } from './scales';

/** The cell that names the scale; where all rows have the pack's one, that. */
function scaleOf(operands: Operands, parameters: Parameters): CellValue {
  const scale = parameters['scale'];
  return typeof scale === 'string' ? textCell(scale) : cellOf(operands, 'target');
}

function keyOf(operands: Operands, parameters: Parameters): string {
  const direction = cellOf(operands, 'direction');
  const [scale, step] = [trimmed(cellText(scaleOf(operands, parameters))), trimmed(cellText(cellOf(operands, 'actual')))];
  return scaleKey(scale, step, direction.kind === 'blank' ? FORWARD : cellText(direction));
}

/**
 * 量表行: for a 定性 indicator, the place of its step in the hidden list of scales (the header is place 1).
 * The target names the scale (好坏), or `scale` does for all rows; the actual value the step (好); a blank direction is 正向.
 * Not on the list: 未计算.
 */
export const scaleStep: RuleKind = {
  kind: 'scaleStep',
  title: '定性档次',
  source: '定性指标的量表和档次由模板包给出',
  slots: { comparison: 'one', target: 'optional', actual: 'one', direction: 'optional', keys: 'column' },
  parameters: { scale: { type: 'string', minLength: 1 } },
  value(operands, parameters) {
    const comparison = cellOf(operands, 'comparison');
    if (comparison.kind === 'error') return comparison;
    if (comparisonIn(comparison) !== 'qualitative') return BLANK;
    const [target, actual] = [scaleOf(operands, parameters), cellOf(operands, 'actual')];
    const error = firstError([target, actual, cellOf(operands, 'direction')]);
    if (error !== null) return error;
    if (target.kind === 'blank' || actual.kind === 'blank') return BLANK;
    if (isNotApplicable(actual)) return notApplicable;
    const key = keyOf(operands, parameters);
    const place = cellsOf(operands, 'keys').findIndex((cell) => cell.kind === 'text' && cell.text === key);
    return place < 0 ? uncomputed : numberCell(place + 2);
  },
  formula(references, parameters) {
    const comparison = refOf(references, 'comparison');
    const { scale } = parameters;
    const target = typeof scale === 'string' ? quoted(scale) : refOf(references, 'target');
    const actual = refOf(references, 'actual');
    const direction = optionalRef(references, 'direction');
    const keys = refOf(references, 'keys');
    const turned = direction === null ? `"|${FORWARD}"` : `"|"&IF(LEN(${direction})=0,"${FORWARD}",${direction})`;
    const key = `TRIM(${target})&"|"&TRIM(${actual})&${turned}`;
    const filled = `LEN(${target})*LEN(${actual})${direction === null ? '' : `+0*LEN(${direction})`}`;
    // MATCH takes * and ? as wildcards, so the key found is compared once more.
    return (
      `IF(LEN(${comparison})=0,"",IF(${comparison}<>"定性","",IF(${filled}=0,"",IF(${actual}="不适用","不适用",` +
      `IFERROR(IF(EXACT(INDEX(${keys},MATCH(${key},${keys},0)),${key}),MATCH(${key},${keys},0),"未计算"),"未计算")))))`
    );
  },
  explain(operands, parameters, result) {
    const found = result.kind === 'number' ? '在量表中' : result.kind === 'blank' ? '待填' : `${shown(result)}：量表中没有这一档`;
    return [`量表“${shown(scaleOf(operands, parameters))}”，档次“${shown(cellOf(operands, 'actual'))}”，${found}`];
  },
};
