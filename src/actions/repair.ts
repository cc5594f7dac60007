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
 * only changed where their own repair was chosen. Errors: the workbook cannot be read, the host refuses.
 */
export async function repair(port: WorkbookPort, form: Form, plan: Plan, keys: ReadonlySet<string>, run: Run): Promise<Result<Repaired, Message>> {
  run.progress(0, 2, '正在读取工作簿');
  const looked = await port.look(plan, run);
  if (!looked.ok) return looked;
  const snapshot = looked.value;
  const reading = readWorkbook(form, plan, snapshot);
  const chosen = proposals(form, plan, snapshot, reading, evaluate(form, reading.entries)).filter(({ key }) => keys.has(key));
  const gone = keys.size - chosen.length;
  if (chosen.length === 0 || run.signal.aborted) return ok({ count: 0, gone, different: [], cancelled: run.signal.aborted });
  const title = chosen.every(({ kind }) => kind === 'value') ? REPAIR_TITLE : RESTORE_TEMPLATE_TITLE;
  const written = await port.write({ title, changes: chosen.flatMap(({ changes }) => changes) }, null, run);
  return written.ok ? ok({ count: chosen.length, gone, different: written.value.different, cancelled: written.value.cancelled }) : written;
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
  const template = reading.template().map((fault): Proposal => {
    const field = fault.address === null ? undefined : plannedCell(plan, snapshot, fault.sheet, fault.address)?.field;
    return {
      key: `${fault.kind}|${fault.sheet}|${fault.address ?? ''}|${fault.expected}|${fault.found}`, kind: fault.kind, sheet: fault.sheet, address: fault.address,
      item: field === undefined ? '' : form.fields.get(field)?.label ?? '', from: fault.found, to: fault.expected, why: WHY[fault.kind], changes: [fault.change],
    };
  });
  return [...values, ...template];
}

const WHY: Readonly<Record<TemplateFault['kind'], string>> = {
  formula: '公式与模板不一致', label: '标签与模板不一致', name: '名称缺失或指向别处', sheet: '缺少表', tabName: '表已改名', protection: '表未保护',
};

function contentOf(form: Form, ref: CellRef): Content | undefined {
  return ('field' in ref ? form.fields.get(ref.field) : form.lists.get(ref.list)?.columns.get(ref.column))?.form.content;
}

function plannedCell(plan: Plan, snapshot: Snapshot, tab: string, address: string): PlannedCell | undefined {
  const id = snapshot.sheets.find(({ name }) => name === tab)?.id;
  const block = parseBlock(address);
  return plan.sheets.find((sheet) => sheet.id === id)?.cells.find((cell) => cell.row === block?.row && cell.column === block.column);
}
