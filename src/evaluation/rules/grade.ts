import type { Grade } from '../../pack/pack';
import { type CellValue, textCell, uncomputed } from '../../values/cell';
import { decimal, roundHalfUp } from '../../values/decimal';
import { ASSESSMENT_SCHEMA, assessmentOf } from './comparisons';
import { allNumbers, cellOf, quoted, refOf, whenAllNumbers } from './faces';
import { shown } from './figures';
import type { Parameters, RuleKind } from './rule';

/** Highest first, whatever order the pack has. */
function gradesOf(parameters: Parameters): readonly Grade[] {
  return [...assessmentOf(parameters).grades].sort((a, b) => decimal(b.from).comparedTo(a.from));
}

/** 等级 of a score out of 100, compared as it is shown (2 decimals): 89.995 is shown as 90.00 and is 优. */
export const grade: RuleKind = {
  kind: 'grade',
  title: '等级',
  source: '财预〔2020〕10号：优、良、中、差四档',
  slots: { score: 'one' },
  parameters: { assessment: ASSESSMENT_SCHEMA },
  value(operands, parameters): CellValue {
    const score = allNumbers([cellOf(operands, 'score')]);
    if (!score.ok) return score.error;
    const points = roundHalfUp(score.value[0]!, 2);
    const found = gradesOf(parameters).find((one) => points.gte(one.from));
    return found === undefined ? uncomputed : textCell(found.name);
  },
  formula(references, parameters) {
    const score = refOf(references, 'score');
    const choice = gradesOf(parameters).reduceRight(
      (rest, one) => `IF(ROUND(${score},2)>=${decimal(one.from).toFixed()},${quoted(one.name)},${rest})`,
      '"未计算"',
    );
    return whenAllNumbers([score], choice);
  },
  explain(operands, parameters, result) {
    const bands = gradesOf(parameters).map((one) => `${one.from}分起为${one.name}`);
    return [`${shown(cellOf(operands, 'score'))}分，${bands.join('，')}：${shown(result)}`];
  },
};
