import type { Entries } from '../../src/evaluation/evaluate';
import type { Form } from '../../src/evaluation/form';
import { openXlsx } from '../../src/files/readXlsx';
import { writeXlsx } from '../../src/files/writeXlsx';
import type { CellValue } from '../../src/values/cell';
import type { Plan } from '../../src/workbook/plan';
import { planWorkbook } from '../../src/workbook/planWorkbook';
import { readWorkbook } from '../../src/workbook/readWorkbook';

export function builtPlan(form: Form, entries: Entries): Plan {
  return planWorkbook(form, entries);
}

/** Writes the plan as a file, reads it, and says what a field holds; a formula there is an error. */
export async function readBackText(form: Form, plan: Plan, field: string): Promise<CellValue | undefined> {
  const opened = openXlsx(await writeXlsx(plan, { pack: '{}', packHash: '', layoutVersion: 1 }, { created: new Date(0) }), 'a.xlsx');
  const snapshot = opened.ok ? opened.value.look(plan) : opened;
  if (!snapshot.ok) throw new Error(JSON.stringify(snapshot.error));
  const reading = readWorkbook(form, plan, snapshot.value);
  if (reading.formula({ field }) !== null) throw new Error(`${field} became a formula`);
  return reading.entries.fields.get(field);
}
