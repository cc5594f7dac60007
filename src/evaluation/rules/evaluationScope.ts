import { BLANK, type CellValue, textCell } from '../../values/cell';
import { cellOf, firstError, hasText, optionalRef, quoted, refOf } from './faces';
import { shown } from './figures';
import type { Operands, Parameters, RuleKind } from './rule';

const DUE = '应评';
const NOT_DUE = '不评';

function excludedOf(parameters: Parameters): readonly string[] {
  const excluded = parameters['excluded'];
  return Array.isArray(excluded) ? excluded.filter((text): text is string => typeof text === 'string') : [];
}

function isExcluded(operands: Operands, parameters: Parameters): boolean {
  const [budget, status] = [cellOf(operands, 'budget'), cellOf(operands, 'status')];
  return excludedOf(parameters).some((text) => hasText(status, text)) || (budget.kind === 'number' && budget.value.isZero());
}

/**
 * 应评 or 不评: a project whose 全年预算数 is 0 (cancelled, taken back) or whose 状态 is one of `excluded` is not evaluated; it is
 * listed and counted and loses no points. Blank for a row without a name; a budget not known yet is 应评.
 */
export const evaluationScope: RuleKind = {
  kind: 'evaluationScope',
  title: '是否应评',
  source: '项目支出绩效自评全覆盖；取消、未实施的项目列明不评',
  slots: { key: 'one', budget: 'one', status: 'optional' },
  parameters: { excluded: { type: 'array', items: { type: 'string', minLength: 1 } } },
  value(operands, parameters): CellValue {
    const key = cellOf(operands, 'key');
    const error = firstError([key, cellOf(operands, 'budget'), cellOf(operands, 'status')]);
    if (error !== null) return error;
    return key.kind === 'blank' ? BLANK : textCell(isExcluded(operands, parameters) ? NOT_DUE : DUE);
  },
  formula(references, parameters) {
    const [key, budget, status] = [refOf(references, 'key'), refOf(references, 'budget'), optionalRef(references, 'status')];
    const named = status === null ? [] : excludedOf(parameters).map((text) => `${status}=${quoted(text)}`);
    const tests = [...named, `IF(COUNT(${budget})=1,${budget}=0,FALSE)`];
    const errors = `0*LEN(${budget})${status === null ? '' : `+0*LEN(${status})`}`;
    return `IF(LEN(${key})+${errors}=0,"",IF(${tests.length === 1 ? tests[0] : `OR(${tests.join(',')})`},"${NOT_DUE}","${DUE}"))`;
  },
  explain(operands, _parameters, result) {
    return [`全年预算数${shown(cellOf(operands, 'budget'))}，状态${shown(cellOf(operands, 'status'))}：${shown(result)}`];
  },
};
