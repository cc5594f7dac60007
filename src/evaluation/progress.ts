import type { Block, CellForm, ListBlock, MatrixBlock, MatrixRow, Pack, ProgressBlock, RuleUse, SheetForm } from '../pack/pack';
import { matrixCell } from './matrix';
import { verdictOf } from './selfCheck';

/**
 * 填报进度 (forms.md G0) as an ordinary matrix: 表名 | 责任股室 | 应填 | 待填 | 自检不平, one row for each sheet that asks for something.
 * A list that asks for cells in each of its rows counts them in its helper column `missing`.
 */
export function progressMatrix(pack: Pack, block: ProgressBlock): MatrixBlock {
  const rows = pack.sheets.flatMap((sheet): readonly MatrixRow[] => {
    if (sheet.perRow) return copiesRow(pack, sheet);
    const fixed = sheet.blocks.flatMap(requiredFields);
    const lists = sheet.blocks.filter((candidate): candidate is ListBlock => candidate.type === 'list' && countsMissing(candidate));
    return fixed.length + lists.length + (sheet.identities?.length ?? 0) === 0 ? [] : [progressRow(pack, sheet, fixed, lists[0])];
  });
  return {
    type: 'matrix', id: block.id, name: block.name, rowHeading: '表名', rows,
    ...(block.heading === undefined ? {} : { heading: block.heading }),
    columns: [
      { id: 'office', label: '责任股室', content: 'choice', entry: 'typed', choices: { from: block.offices }, width: 18 },
      { id: 'required', label: '应填', content: 'count', entry: 'computed', width: 10 },
      { id: 'missing', label: '待填', content: 'count', entry: 'computed', width: 10 },
      { id: 'unbalanced', label: '自检不平', content: 'count', entry: 'computed', width: 10 },
    ],
  };
}

/** One row for all copies of a sheet per row, where the first of them stands. */
function copiesRow(pack: Pack, sheet: SheetForm): readonly MatrixRow[] {
  const progress = sheet.perRow?.progress;
  if (!progress) return [];
  const copies = pack.sheets.filter((one) => one.perRow?.progress?.id === progress.id);
  if (copies[0] !== sheet) return [];
  const total = (count: 'required' | 'missing'): Partial<CellForm> =>
    ({ entry: 'computed', rule: { kind: 'sum', of: copies.flatMap((one) => one.perRow?.progress?.[count] ?? []) } });
  const unbalanced: Partial<CellForm> = { entry: 'computed', rule: { kind: 'unbalancedCount', verdicts: [] } };
  return [{ id: progress.id, label: progress.label, cells: { required: total('required'), missing: total('missing'), unbalanced } }];
}

function progressRow(pack: Pack, sheet: SheetForm, fixed: readonly string[], list: ListBlock | undefined): MatrixRow {
  const perRow = list?.columns.filter((column) => column.required && column.entry === 'typed').length ?? 0;
  const computed = (rule: RuleUse): Partial<CellForm> => ({ entry: 'computed', rule });
  const identities = sheet.identities ?? [];
  return {
    id: sheet.id, label: sheet.name,
    cells: {
      required: computed(list ? { kind: 'requiredInRows', of: fixed, key: `${list.id}.${list.identifiedBy}[]`, perRow } : { kind: 'cellCount', of: fixed }),
      missing: computed(list ? { kind: 'missingInRows', of: fixed, rows: `${list.id}.missing[]` } : { kind: 'blankCells', of: fixed }),
      unbalanced: computed({ kind: 'unbalancedCount', verdicts: identities.map((one) => verdictOf(pack, one)) }),
    },
  };
}

function countsMissing(list: ListBlock): boolean {
  return list.columns.some((column) => column.id === 'missing');
}

function requiredFields(block: Block): readonly string[] {
  const asks = (form: CellForm): boolean => form.required === true && form.entry === 'typed';
  switch (block.type) {
    case 'fields': return block.fields.filter(asks).map((field) => `${block.id}.${field.id}`);
    case 'grid': return block.rows.flatMap((row) => row.cells.flatMap((cell) => (cell.field && asks(cell.field) ? [`${block.id}.${cell.field.id}`] : [])));
    case 'matrix': return block.rows.flatMap((row) => block.columns.flatMap((column) =>
      asks(matrixCell(block, row.id, column.id)) ? [`${block.id}.${row.id}.${column.id}`] : []));
    case 'text': case 'list': case 'progress': case 'selfCheck': return [];
  }
}
