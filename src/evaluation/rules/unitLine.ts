import { textCell } from '../../values/cell';
import { cellOf, firstError, hasText, quoted, refOf } from './faces';
import { shown } from './figures';
import type { Parameters, RuleKind } from './rule';

/** Stands for the unit in the texts of a form. */
export const UNIT_MARK = '{unit}';

function told(parameters: Parameters, unit: string): string {
  return String(parameters['text'] ?? UNIT_MARK).replaceAll(UNIT_MARK, unit);
}

function spelled(text: string): string {
  return text.split('\n').map(quoted).join('&CHAR(10)&');
}

/** A `text` of a form with the unit for `{unit}`, e.g. 单位：万元, as chosen for the whole workbook: 万元 unless 元 is chosen. */
export const unitLine: RuleKind = {
  kind: 'unitLine',
  title: '金额单位',
  source: '预算、决算报表的金额单位',
  slots: { of: 'one' },
  parameters: { text: { type: 'string' } },
  value(operands, parameters) {
    const choice = cellOf(operands, 'of');
    return firstError([choice]) ?? textCell(told(parameters, hasText(choice, '元') ? '元' : '万元'));
  },
  formula(references, parameters) {
    const of = refOf(references, 'of');
    return `IF(${of}="元",${spelled(told(parameters, '元'))},${spelled(told(parameters, '万元'))})`;
  },
  explain(_operands, _parameters, result) {
    return [`取自基本情况的金额单位：${shown(result)}`];
  },
};
