import { numberCell } from '../../values/cell';
import { cellsOf, refsOf } from './faces';
import { shown } from './figures';
import type { RuleKind } from './rule';

/** 应填: how many cells the pack names. */
export const cellCount: RuleKind = {
  kind: 'cellCount',
  title: '应填格数',
  source: '填报进度',
  slots: { of: 'many' },
  parameters: {},
  value(operands) {
    return numberCell(cellsOf(operands, 'of').length);
  },
  formula(references) {
    return String(refsOf(references, 'of').length);
  },
  explain(_operands, _parameters, result) {
    return [`模板规定应填${shown(result)}格`];
  },
};
