import { evaluate, labelOf, sheetOf, type CellRef, type Evaluation } from '../evaluation/evaluate';
import type { Form } from '../evaluation/form';
import { requiredBlanks } from '../evaluation/requiredBlanks';
import { sameCell, type CellValue } from '../values/cell';
import type { Plan } from '../workbook/plan';
import { readWorkbook, type Reading } from '../workbook/readWorkbook';
import type { Snapshot } from '../workbook/snapshot';

/** A cell as people name it: tab name and A1 address. */
export interface CellPlace {
  readonly sheet: string;
  readonly address: string;
}

/** The workbook as last read, with the engine's own figures. */
export interface LiveReading {
  readonly snapshot: Snapshot;
  readonly reading: Reading;
  readonly evaluation: Evaluation;
  locate(ref: CellRef): CellPlace | null;
  readonly empties: readonly EmptySheet[];
  readonly differences: readonly EngineDifference[];
  readonly calculation: Snapshot['calculation'];
  readonly readAt: Date;
}

/** Required cells of a sheet that are blank (待填). */
export interface EmptySheet {
  readonly sheet: string;
  readonly count: number;
  readonly first: CellPlace;
}

/** The cell shows something else than the engine computes. */
export interface EngineDifference {
  readonly ref: CellRef;
  readonly place: CellPlace;
  readonly label: string;
  readonly shown: CellValue;
  readonly computed: CellValue;
}

/** Everything the pane shows live, from one snapshot. Pure: the same snapshot gives the same reading. */
export function liveReading(form: Form, plan: Plan, snapshot: Snapshot, readAt: Date): LiveReading {
  const reading = readWorkbook(form, plan, snapshot);
  const evaluation = evaluate(form, reading.entries);
  return {
    snapshot, reading, evaluation, locate: (ref) => reading.locate(ref),
    empties: emptySheets(form, reading, evaluation), differences: engineDifferences(form, plan, reading, evaluation),
    calculation: snapshot.calculation, readAt,
  };
}

function emptySheets(form: Form, reading: Reading, evaluation: Evaluation): readonly EmptySheet[] {
  const found = new Map<string, { sheet: string; count: number; first: CellPlace }>();
  for (const ref of requiredBlanks(evaluation)) {
    const place = reading.locate(ref);
    if (!place) continue;
    const id = sheetOf(form, ref);
    const known = found.get(id);
    if (known) known.count += 1;
    else found.set(id, { sheet: place.sheet, count: 1, first: place });
  }
  const order = [...form.sheets.keys()];
  return [...found].sort(([a], [b]) => order.indexOf(a) - order.indexOf(b)).map(([, sheet]) => sheet);
}

function engineDifferences(form: Form, plan: Plan, reading: Reading, evaluation: Evaluation): readonly EngineDifference[] {
  return computedCells(form, plan).flatMap((ref) => {
    const shown = reading.shown(ref);
    const place = shown && reading.locate(ref);
    if (!shown || !place) return [];
    const computed = evaluation.at(ref);
    return sameCell(shown, computed) ? [] : [{ ref, place, label: labelOf(form, ref), shown, computed }];
  });
}

/** Every computed cell of the form, all rows of the lists' room included, but for lists the add-in writes: they hold no figures. */
function computedCells(form: Form, plan: Plan): readonly CellRef[] {
  const rooms = new Map(plan.sheets.flatMap((sheet) => sheet.lists.map((list) => [list.id, list.room] as const)));
  return [
    ...[...form.fields.values()].flatMap((field): CellRef[] => (field.rule ? [{ field: field.id }] : [])),
    ...[...form.lists.values()].filter(({ block }) => block.output !== true).flatMap((list) => [...list.columns.values()].flatMap((column): CellRef[] =>
      column.rule ? Array.from({ length: rooms.get(list.id) ?? 0 }, (_, row) => ({ list: list.id, row, column: column.id })) : [])),
  ];
}
