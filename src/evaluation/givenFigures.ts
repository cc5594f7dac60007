import type { Block, CellForm, Content } from '../pack/pack';
import { matrixCell } from './matrix';
import { UNIT_FIELDS } from './unitFields';

const FIGURES: ReadonlySet<Content> = new Set(['amount', 'rate', 'score', 'count', 'number']);

/** Whether the bureau gives every unit figures in this block that some document lays down: 进度目标, 分值, 权重. The year evaluated is none. */
export function givesFigures(block: Block): boolean {
  switch (block.type) {
    case 'fields': return block.fields.some((field) => `${block.id}.${field.id}` !== UNIT_FIELDS.year && isGivenFigure(field));
    case 'grid': return block.rows.some(({ cells }) => cells.some(({ field }) => field !== undefined && isGivenFigure(field)));
    case 'matrix': return block.rows.some((row) => block.columns.some((column) => isGivenFigure(matrixCell(block, row.id, column.id))));
    case 'list': return (block.given ?? []).some((row) => block.columns.some((column) => mayGiveFigures(column) && row[column.id] !== undefined));
    default: return false;
  }
}

/** A cell, or column of cells, in which the bureau writes figures. */
export function mayGiveFigures({ entry, content }: CellForm): boolean {
  return entry === 'given' && FIGURES.has(content);
}

/** A cell in which the bureau wrote a figure. */
export function isGivenFigure(cell: CellForm): boolean {
  return mayGiveFigures(cell) && cell.value !== undefined;
}
