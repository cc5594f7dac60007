import { textCell } from '../../values/cell';
import { cellOf, firstError, hasText, quoted, refOf } from './faces';
import { shown } from './figures';
import type { RuleKind } from './rule';

const WAN = '单位：万元';
const YUAN = '单位：元';

/** 单位：万元 or 单位：元 in the head of a form, as chosen for the whole workbook; 万元 unless 元 is chosen. */
export const unitLine: RuleKind = {
  kind: 'unitLine',
  title: '金额单位',
  source: '预算、决算报表的金额单位',
  slots: { of: 'one' },
  parameters: {},
  value(operands) {
    const choice = cellOf(operands, 'of');
    return firstError([choice]) ?? textCell(hasText(choice, '元') ? YUAN : WAN);
  },
  formula(references) {
    const of = refOf(references, 'of');
    return `IF(${of}="元",${quoted(YUAN)},${quoted(WAN)})`;
  },
  explain(_operands, _parameters, result) {
    return [`取自基本情况的金额单位：${shown(result)}`];
  },
};
