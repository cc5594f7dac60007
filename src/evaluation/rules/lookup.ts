import { BLANK, type CellValue } from '../../values/cell';
import { cellOf, cellsOf, refOf } from './faces';
import { shown } from './figures';
import type { RuleKind } from './rule';

/** 名称 of a code from a reference list; a code that is not in the list stays without a name. Codes are text. */
export const lookup: RuleKind = {
  kind: 'lookup',
  title: '按编码取名称',
  source: '政府收支分类科目',
  slots: { key: 'one', keys: 'column', values: 'column' },
  parameters: {},
  value(operands): CellValue {
    const key = cellOf(operands, 'key');
    if (key.kind === 'error') return key;
    if (key.kind !== 'text' && key.kind !== 'number') return BLANK;
    const text = key.kind === 'text' ? key.text : key.value.toFixed();
    const row = cellsOf(operands, 'keys').findIndex((cell) => cell.kind === 'text' && cell.text === text);
    return row < 0 ? BLANK : cellsOf(operands, 'values')[row] ?? BLANK;
  },
  formula(references) {
    const key = refOf(references, 'key');
    const keys = refOf(references, 'keys');
    const at = `MATCH(${key}&"",${keys},0)`;
    // MATCH takes * and ? as wildcards, so the code found is compared once more.
    return `IF(LEN(${key})=0,"",IFERROR(IF(EXACT(INDEX(${keys},${at}),${key}&""),INDEX(${refOf(references, 'values')},${at}),""),""))`;
  },
  explain(operands, _parameters, result) {
    return [`编码${shown(cellOf(operands, 'key'))}：${shown(result)}`];
  },
};
