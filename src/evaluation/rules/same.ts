import { cellOf, refOf } from './faces';
import { shown } from './figures';
import type { RuleKind } from './rule';

/** The same value as another cell, e.g. 部门名称 of the form from 基本情况. Blank stays blank. */
export const same: RuleKind = {
  kind: 'same',
  title: '引用',
  source: '同一数据只填一次',
  slots: { of: 'one' },
  parameters: {},
  value(operands) {
    return cellOf(operands, 'of');
  },
  formula(references) {
    const of = refOf(references, 'of');
    return `IF(LEN(${of})=0,"",${of})`;
  },
  explain(_operands, _parameters, result) {
    return [`取自引用格：${shown(result)}`];
  },
};
