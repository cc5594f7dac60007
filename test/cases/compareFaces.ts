import { evaluate, type CellRef } from '../../src/evaluation/evaluate';
import type { Form } from '../../src/evaluation/form';
import { cellText, sameCell } from '../../src/values/cell';
import type { Reading } from '../../src/workbook/readWorkbook';

/** Every computed cell of the form, list rooms included. */
export function computedRefs(form: Form): readonly CellRef[] {
  const fields = [...form.fields.values()].flatMap((field): CellRef[] => (field.rule ? [{ field: field.id }] : []));
  const items = [...form.lists.values()].flatMap((list) => [...list.columns.values()].flatMap((column) =>
    column.rule ? Array.from({ length: list.block.room }, (_, row): CellRef => ({ list: list.id, row, column: column.id })) : []));
  return [...fields, ...items];
}

/** Cells in which the workbook's own formula and the engine, fed from the typed cells only, do not agree. */
export function disagreements(form: Form, reading: Reading): readonly string[] {
  const evaluation = evaluate(form, reading.entries);
  return computedRefs(form).flatMap((ref) => {
    const shown = reading.shown(ref);
    const engine = evaluation.at(ref);
    if (shown && sameCell(shown, engine)) return [];
    const place = reading.locate(ref);
    return [`${place?.sheet}!${place?.address}: cell ${shown ? `${shown.kind} ${cellText(shown)}` : 'lost'}, engine ${engine.kind} ${cellText(engine)}, ${reading.formula(ref)}`];
  });
}
