import { BLANK, type CellValue, numberCell, uncomputed } from '../../values/cell';
import { cellOf, isNotApplicable, refOf } from './faces';
import { shown } from './figures';
import type { RuleKind } from './rule';

/** 字数: characters of a text, marks and spaces included; a number is no text. */
export const textLength: RuleKind = {
  kind: 'textLength',
  title: '字数',
  source: '文字材料填报要求',
  slots: { of: 'one' },
  parameters: {},
  value(operands): CellValue {
    const cell = cellOf(operands, 'of');
    if (cell.kind === 'blank' || cell.kind === 'error') return cell.kind === 'error' ? cell : BLANK;
    if (cell.kind !== 'text') return uncomputed;
    return isNotApplicable(cell) ? cell : numberCell(cell.text.length);
  },
  formula(references) {
    const of = refOf(references, 'of');
    return `IF(LEN(${of})=0,"",IF(LEN(T(${of}))=0,"未计算",IF(${of}="不适用","不适用",LEN(${of}))))`;
  },
  explain(_operands, _parameters, result) {
    return [`共${shown(result)}字（含标点和空格）`];
  },
};
