import { BLANK, type CellValue } from '../../values/cell';
import { allNumbers, cellOf, cellsOf, refOf, refsOf, whenAllNumbers } from './faces';
import { shown } from './figures';
import type { RuleKind } from './rule';

/** Halves the cells again and again, so that sixty of them nest six deep. */
function choice(number: string, of: readonly string[], first: number): string {
  const half = Math.ceil(of.length / 2);
  if (half === of.length) return of[0] === undefined ? '""' : `IF(LEN(${of[0]})=0,"",${of[0]})`;
  return `IF(${number}<${first + half},${choice(number, of.slice(0, half), first)},${choice(number, of.slice(half), first + half)})`;
}

/** The cell of the sheet with this number: `of` holds one for each sheet in order. Blank where there is no such sheet (yet). */
export const byNumber: RuleKind = {
  kind: 'byNumber',
  title: '取自对应的表',
  source: '同一数据只填一次；清单第几行对应第几张表',
  slots: { number: 'one', of: 'many' },
  parameters: {},
  value(operands): CellValue {
    const number = allNumbers([cellOf(operands, 'number')]);
    if (!number.ok) return number.error;
    return cellsOf(operands, 'of')[number.value[0]!.toNumber() - 1] ?? BLANK;
  },
  formula(references) {
    const number = refOf(references, 'number');
    const of = refsOf(references, 'of');
    return whenAllNumbers([number], `IF(OR(${number}<1,${number}>${of.length}),"",${choice(number, of, 1)})`);
  },
  explain(operands, _parameters, result) {
    return [`取自第${shown(cellOf(operands, 'number'))}张表：${shown(result)}`];
  },
};
