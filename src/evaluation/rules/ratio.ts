import { numberCell, notApplicable } from '../../values/cell';
import { allNumbers, cellOf, refOf, whenAllNumbers } from './faces';
import { percent, shown } from './figures';
import type { RuleKind } from './rule';

/** P(a,b): a÷b as an unrounded fraction; a zero denominator gives 不适用. */
export const ratio: RuleKind = {
  kind: 'ratio',
  title: '比率',
  source: '财预〔2013〕53号 共性指标体系框架',
  slots: { numerator: 'one', denominator: 'one' },
  parameters: {},
  value(operands) {
    const numbers = allNumbers([cellOf(operands, 'numerator'), cellOf(operands, 'denominator')]);
    if (!numbers.ok) return numbers.error;
    const [numerator, denominator] = numbers.value;
    if (numerator === undefined || denominator === undefined || denominator.isZero()) return notApplicable;
    return numberCell(numerator.div(denominator));
  },
  formula(references) {
    const numerator = refOf(references, 'numerator');
    const denominator = refOf(references, 'denominator');
    return whenAllNumbers([numerator, denominator], `IF(${denominator}=0,"不适用",${numerator}/${denominator})`);
  },
  explain(operands, _parameters, result) {
    const denominator = cellOf(operands, 'denominator');
    const steps = `${shown(cellOf(operands, 'numerator'))}÷${shown(denominator)}＝${percent(result)}`;
    return denominator.kind === 'number' && denominator.value.isZero() ? [`${steps}（分母为0）`] : [steps];
  },
};
