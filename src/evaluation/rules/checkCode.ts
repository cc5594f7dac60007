import { BLANK, type CellValue, textCell, uncomputed } from '../../values/cell';
import { type Decimal, decimal, roundHalfUp, sum, ZERO } from '../../values/decimal';
import { cellsOf, firstError, refsOf } from './faces';
import { shown } from './figures';
import { anyOrder } from './ranges';
import type { RuleKind } from './rule';

/*
 * Σ weight × figure modulo a prime: the weights differ and none is a multiple of the prime, so that a change of one figure
 * alone always gives another code (unless it is a multiple of 9999.9989), and swapped figures do too.
 * Every product and sum stays below the 15 digits of a cell: a spreadsheet computes it as exactly as we do.
 */
const PRIME = decimal('99999989');
/** Figures count to the fourth decimal: to the 元 of a figure in 万元. */
const PLACES = decimal('10000');
/** What a filled cell adds beside its figure: zero is not blank. */
const FILLED = decimal('31415926');
/** Larger figures would lose digits in a cell. */
const LARGEST = decimal('100000000000');
/** More figures would make the formula too long for a cell. */
export const MOST_FIGURES = 100;

function weightOf(index: number): Decimal {
  return decimal(((index + 1) * 7919) % 9973);
}

function modulo(value: Decimal): Decimal {
  const rest = value.mod(PRIME);
  return rest.isNegative() && !rest.isZero() ? rest.plus(PRIME) : rest;
}

/**
 * 校验码 of a form: eight digits in two groups, from its key figures, so that a sealed paper can be matched with its file.
 * Text, 不适用 and blank cells count as blank; a form without any figure has no code; a figure of 10¹¹ and more gives 未计算.
 */
export const checkCode: RuleKind = {
  kind: 'checkCode',
  title: '校验码',
  source: '纸质报表与电子文件一致性核对',
  slots: { of: 'many' },
  parameters: {},
  value(operands): CellValue {
    const cells = cellsOf(operands, 'of');
    const error = firstError(cells);
    if (error !== null) return error;
    const figures = cells.map((cell) => (cell.kind === 'number' ? cell.value : null));
    if (figures.every((figure) => figure === null)) return BLANK;
    if (figures.some((figure) => figure?.abs().gte(LARGEST) === true)) return uncomputed;
    const terms = figures.map((figure, index) =>
      figure === null ? ZERO : weightOf(index).times(modulo(roundHalfUp(figure.times(PLACES), 0).plus(FILLED))));
    const digits = modulo(sum(terms)).toFixed(0).padStart(8, '0');
    return textCell(`${digits.slice(0, 4)}-${digits.slice(4)}`);
  },
  formula(references) {
    const of = refsOf(references, 'of');
    const list = anyOrder(of);
    const terms = of.map((reference, index) =>
      `${weightOf(index).toFixed()}*MOD(ROUND(SUM(${reference})*${PLACES.toFixed()},0)+${FILLED.toFixed()}*COUNT(${reference}),${PRIME.toFixed()})`);
    const code = `TEXT(MOD(${terms.join('+')},${PRIME.toFixed()}),"0000-0000")`;
    return `IF(SUM(${list})*0<>0,"",IF(COUNT(${list})=0,"",IF(MAX(MAX(${list}),-MIN(${list}))>=${LARGEST.toFixed()},"未计算",${code})))`;
  },
  explain(operands, _parameters, result) {
    const filled = cellsOf(operands, 'of').filter((cell) => cell.kind === 'number');
    return [`由本表${filled.length}个主要数据得出：${shown(result)}；任一数据变动，校验码随之变动`];
  },
};
