import { type CellValue, cellText, numberCell } from '../../values/cell';
import { ASSESSMENT_SCHEMA, assessmentOf, comparisonIn } from './comparisons';
import { allNumbers, cellOf, optionalRef, quoted, refOf, whenAllNumbers } from './faces';
import { shown } from './figures';
import { trimmed } from './indicatorNumber';
import type { Operands, Parameters, RuleKind } from './rule';
import { ambiguousPlaces } from './scales';

function directionIsOpen(operands: Operands, parameters: Parameters): boolean {
  if (comparisonIn(cellOf(operands, 'comparison')) !== 'qualitative' || cellOf(operands, 'direction').kind !== 'blank') return false;
  const place = `${trimmed(cellText(cellOf(operands, 'target')))}|${trimmed(cellText(cellOf(operands, 'level1')))}`;
  return ambiguousPlaces(assessmentOf(parameters)).includes(place);
}

/** The actual cell holds a number that was read as something else: a fraction turned into percentage points. */
function wasFraction(operands: Operands): boolean {
  const numbers = allNumbers([cellOf(operands, 'actual'), cellOf(operands, 'actualNumber')]);
  return numbers.ok && !numbers.value[0]!.eq(numbers.value[1]!);
}

/** 待核实分: the row's score while its scale does not tell which end is good and no direction is set, or its actual value was a fraction; else 0. */
export const needsVerification: RuleKind = {
  kind: 'needsVerification',
  title: '待核实分',
  source: '成本类定性指标方向不明（勾稽 I12）；百分数存为小数',
  slots: {
    comparison: 'one', target: 'one', level1: 'one', direction: 'optional', score: 'one', actual: 'one', actualNumber: 'one',
  },
  parameters: { assessment: ASSESSMENT_SCHEMA },
  value(operands, parameters): CellValue {
    const score = allNumbers([cellOf(operands, 'score')]);
    if (!score.ok) return score.error;
    return directionIsOpen(operands, parameters) || wasFraction(operands) ? cellOf(operands, 'score') : numberCell(0);
  },
  formula(references, parameters) {
    const [target, level1, score] = [refOf(references, 'target'), refOf(references, 'level1'), refOf(references, 'score')];
    const [actual, actualNumber] = [refOf(references, 'actual'), refOf(references, 'actualNumber')];
    const direction = optionalRef(references, 'direction');
    const tests = [`IF(COUNT(${actual},${actualNumber})=2,${actual}<>${actualNumber},FALSE)`];
    const places = ambiguousPlaces(assessmentOf(parameters));
    if (places.length > 0) {
      const list = quoted(`;${places.join(';')};`);
      const named = `ISNUMBER(FIND(";"&TRIM(${target})&"|"&TRIM(${level1})&";",${list}))`;
      tests.push(`AND(${refOf(references, 'comparison')}="定性",${direction === null ? '' : `LEN(${direction})=0,`}${named})`);
    }
    return whenAllNumbers([score], `IF(${tests.length === 1 ? tests[0] : `OR(${tests.join(',')})`},${score},0)`);
  },
  explain(operands, parameters, result) {
    if (directionIsOpen(operands, parameters)) {
      return [`量表“${shown(cellOf(operands, 'target'))}”在${shown(cellOf(operands, 'level1'))}中好坏方向不明，${shown(result)}分待核实`];
    }
    return wasFraction(operands)
      ? [`完成值${shown(cellOf(operands, 'actual'))}按百分数读作${shown(cellOf(operands, 'actualNumber'))}，${shown(result)}分待核实`]
      : ['无待核实事项'];
  },
};
