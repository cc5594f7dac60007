import { certainValues } from '../check/certainValues';
import { checkContext, quoteOf } from '../check/context';
import { refKey } from '../check/overwritten';
import { evaluate, labelOf, type CellRef, type Evaluation } from '../evaluation/evaluate';
import type { Form } from '../evaluation/form';
import type { Content } from '../pack/pack';
import { parseBlock } from '../values/address';
import { cellText } from '../values/cell';
import type { Message } from '../values/message';
import { ok, type Result } from '../values/result';
import type { Change } from '../workbook/change';
import type { Plan, PlannedCell } from '../workbook/plan';
import { readWorkbook, type Reading } from '../workbook/readWorkbook';
import type { Snapshot } from '../workbook/snapshot';
import type { TemplateFault } from '../workbook/templateFaults';
import { cellChange } from './outputList';
import type { Run, WorkbookPort, WriteReport } from './ports';

export const REPAIR_TITLE = '改正填报';
export const RESTORE_TEMPLATE_TITLE = '恢复模板';

/** One thing that can be put right with certainty; shown before it is done, and taken back by 还原. */
export interface Repair {
  /** The same from one reading to the next as long as what is wrong is the same. */
  readonly key: string;
  /** `value`: a typed cell; the others are of the template. */
  readonly kind: 'value' | TemplateFault['kind'];
  /** Tab name. */
  readonly sheet: string;
  /** A1 address; null where a whole sheet or a name is meant. */
  readonly address: string | null;
  /** 项目 in words; blank where there is none. */
  readonly item: string;
  readonly from: string;
  readonly to: string;
  readonly why: string;
}

interface Proposal extends Repair {
  readonly changes: readonly Change[];
}

/** What `repair` can do to the workbook as it was read. */
export function repairsOf(form: Form, plan: Plan, snapshot: Snapshot, reading: Reading, evaluation: Evaluation): readonly Repair[] {
  return proposals(form, plan, snapshot, reading, evaluation).map(({ changes: _changes, ...shown }) => shown);
}

export interface Repaired {
  readonly count: number;
  /** What was chosen and stood otherwise by now; it was left alone. */
  readonly gone: number;
  readonly different: WriteReport['different'];
  readonly cancelled: boolean;
}

/**
 * Does the chosen repairs in one step, after reading again: what somebody changed since it was shown is left alone. Typed cells are
 * only changed where their own repair was chosen. Rows and columns come first: formulas follow them in the workbook itself, and what is
 * still not as planned then is put right in a second request of the same step. Errors: the workbook cannot be read, the host refuses.
 */
export async function repair(port: WorkbookPort, form: Form, plan: Plan, keys: ReadonlySet<string>, run: Run): Promise<Result<Repaired, Message>> {
  run.progress(0, 2, '正在读取工作簿');
  const offered = await lookFor(port, form, plan, run);
  if (!offered.ok) return offered;
  const chosen = offered.value.filter(({ key }) => keys.has(key));
  const gone = keys.size - chosen.length;
  if (chosen.length === 0 || run.signal.aborted) return ok({ count: 0, gone, different: [], cancelled: run.signal.aborted });
  const lines = chosen.filter(({ kind }) => kind === 'lines');
  const title = chosen.every(({ kind }) => kind === 'value') ? REPAIR_TITLE : RESTORE_TEMPLATE_TITLE;
  const first = await port.write({ title, changes: (lines.length > 0 ? lines : chosen).flatMap(({ changes }) => changes) }, null, run);
  if (!first.ok) return first;
  const { step, different, cancelled } = first.value;
  if (lines.length === 0 || cancelled || different.length > 0) return ok({ count: chosen.length, gone, different, cancelled });

  const left = await lookFor(port, form, plan, run);
  if (!left.ok) return left;
  const shown = new Set(offered.value.map(({ key }) => key));
  const rest = left.value.filter(({ key, kind }) => keys.has(key) || (kind !== 'value' && kind !== 'lines' && !shown.has(key)));
  if (rest.length === 0) return ok({ count: chosen.length, gone, different, cancelled });
  const second = await port.write({ title, continues: step.id, changes: rest.flatMap(({ changes }) => changes) }, null, run);
  return second.ok ? ok({ count: chosen.length, gone, different: second.value.different, cancelled: second.value.cancelled }) : second;
}

async function lookFor(port: WorkbookPort, form: Form, plan: Plan, run: Run): Promise<Result<readonly Proposal[], Message>> {
  const looked = await port.look(plan, run);
  if (!looked.ok) return looked;
  const reading = readWorkbook(form, plan, looked.value);
  return ok(proposals(form, plan, looked.value, reading, evaluate(form, reading.entries)));
}

function proposals(form: Form, plan: Plan, snapshot: Snapshot, reading: Reading, evaluation: Evaluation): readonly Proposal[] {
  const context = checkContext(evaluation, reading);
  const values = certainValues(context).flatMap(({ ref, code, value, why }): Proposal[] => {
    const place = reading.locate(ref);
    const changes = cellChange(form, snapshot, reading, ref, value);
    // Cells the bureau filled are not the clerk's to change.
    if (!place || changes.length === 0 || plannedCell(plan, snapshot, place.sheet, place.address)?.locked === true) return [];
    return [{
      key: `${code}|${refKey(ref)}|${cellText(evaluation.at(ref))}`, kind: 'value', sheet: place.sheet, address: place.address, item: labelOf(form, ref), from: cellText(evaluation.at(ref)),
      to: contentOf(form, ref) === 'rate' ? quoteOf(context, ref, value) : cellText(value), why, changes,
    }];
  });
  const template = reading.template().flatMap((fault): Proposal[] => {
    if (fault.change === null) return [];
    const field = fault.address === null ? undefined : plannedCell(plan, snapshot, fault.sheet, fault.address)?.field;
    return [{
      key: `${fault.kind}|${fault.sheet}|${fault.address ?? ''}|${fault.expected}|${fault.found}`, kind: fault.kind, sheet: fault.sheet, address: fault.address,
      item: field === undefined ? '' : form.fields.get(field)?.label ?? '', from: fault.found, to: fault.expected, why: WHY[fault.kind], changes: [fault.change],
    }];
  });
  return [...values, ...template];
}

const WHY: Readonly<Record<TemplateFault['kind'], string>> = {
  lines: '行列与模板不一致，公式、标签和名称一并改回', formula: '公式与模板不一致', label: '标签与模板不一致', name: '名称缺失或指向别处', sheet: '缺少表', tabName: '表已改名', protection: '表未保护',
};

function contentOf(form: Form, ref: CellRef): Content | undefined {
  return ('field' in ref ? form.fields.get(ref.field) : form.lists.get(ref.list)?.columns.get(ref.column))?.form.content;
}

function plannedCell(plan: Plan, snapshot: Snapshot, tab: string, address: string): PlannedCell | undefined {
  const id = snapshot.sheets.find(({ name }) => name === tab)?.id;
  const block = parseBlock(address);
  return plan.sheets.find((sheet) => sheet.id === id)?.cells.find((cell) => cell.row === block?.row && cell.column === block.column);
}
