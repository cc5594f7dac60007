import type { CellRef } from '../evaluation/evaluate';
import { cellText, isBlank, textCell, type CellValue } from '../values/cell';
import type { CheckContext } from './context';
import { textNumbers } from './entries';
import { indicatorRows, isQuantitative, type IndicatorRow } from './indicatorRows';

/** A typed cell whose right content is certain. */
export interface CertainValue {
  readonly ref: CellRef;
  /** Code of the check that tells of it. */
  readonly code: string;
  readonly value: CellValue;
  /** Why, in a few words. */
  readonly why: string;
}

/**
 * Inputs that say one thing in a form nothing is computed from: numbers stored as text, full-width, with 万元, as a percentage
 * (V01, V02), an operator written otherwise (≧), and the unit % left out beside a percentage (I09). Nothing is guessed.
 */
export function certainValues(context: CheckContext): readonly CertainValue[] {
  return [
    ...textNumbers(context),
    ...indicatorRows(context).flatMap((row) => [...plainNature(context, row), ...percentUnit(context, row)]),
  ];
}

/** The operator as the drop-down offers it. */
function plainNature(context: CheckContext, row: IndicatorRow): readonly CertainValue[] {
  const written = cellText(context.evaluation.at(row.ref('nature')));
  if (!row.nature || written === row.nature.name) return [];
  return [{ ref: row.ref('nature'), code: 'V10', value: textCell(row.nature.name), why: '与下拉列表一致' }];
}

function percentUnit(context: CheckContext, row: IndicatorRow): readonly CertainValue[] {
  const isPercent = /[%％]$/.test(row.text('actual')) || /[%％]$/.test(row.text('target'));
  if (!isQuantitative(row) || !isPercent || !isBlank(context.evaluation.at(row.ref('unit')))) return [];
  return [{ ref: row.ref('unit'), code: 'I09', value: textCell('%'), why: '指标值或完成值是百分数' }];
}
