import { entriesFromData, type EvaluationData } from '../evaluation/entries';
import { readEvaluationData, type DataFault } from '../evaluation/readData';
import { isHandedOut } from '../evaluation/unitFields';
import type { Message } from '../values/message';
import { fail, ok, type Result } from '../values/result';
import { difference, tabNames } from '../workbook/difference';
import { planWorkbook } from '../workbook/planWorkbook';
import { printAreaChanges } from '../workbook/printAreas';
import { plannedHeightChanges } from '../workbook/rowHeights';
import { beyondUnit, cancelledEarly, lookWithPack, storeUpdate, writeChanges, type LayOutReport } from './layOut';
import { usePack } from './ourWorkbook';
import type { Run, WorkbookPort } from './ports';
import { changedFormulas, withSheetsFor } from './sheetsPerRow';
import { filledCells, valueChanges } from './typedCells';

export const SAMPLE_TITLE = '载入示例';

/** Things that do not fit told one by one. */
const MOST_TOLD = 3;

/**
 * 载入示例: into an empty workbook or a laid-out one in which nobody typed; missing sheets are laid out with it, also those of rows
 * that have a sheet each. Name and code of the unit, given with 生成套表, stay.
 * Errors: somebody typed already (L03), the workbook has contents of its own (L04), the forms were handed out to one unit (L06), the
 * sample does not fit the forms of the workbook (L08), and those of 生成套表.
 */
export async function fillSample(port: WorkbookPort, packText: string, sample: EvaluationData, run: Run): Promise<Result<LayOutReport, Message>> {
  const pack = usePack(packText);
  if (!pack.ok) return pack;
  run.progress(0, 2, '正在读取工作簿');
  const looked = await lookWithPack(port, pack.value, run);
  if (!looked.ok) return run.signal.aborted ? ok(cancelledEarly(0)) : looked;
  const { pack: found, snapshot: before } = looked.value;
  if (!before.store && before.blank !== true) return fail(notEmpty());
  if (isHandedOut(found.form)) return fail(handedOut());
  const wider = withSheetsFor(found, sample.lists[found.form.copies?.list ?? '']?.length ?? 0);
  if (!wider.ok) return wider;
  const used = wider.value;
  const fitting = readEvaluationData(JSON.stringify(sample), used.form);
  if (!fitting.ok) return fail(notFitting(fitting.error));
  const again = used === found ? ok(before) : await port.look(used.plan, run);
  if (!again.ok) return run.signal.aborted ? ok(cancelledEarly(0)) : again;
  const snapshot = again.value;
  const filled = filledCells(used.plan, snapshot);
  const typed = beyondUnit(filled);
  if (typed[0]) return fail(alreadyFilled(typed[0], typed.length));
  const entries = entriesFromData(used.form, sample);
  const plan = planWorkbook(used.form, entries, { tabNames: tabNames(snapshot) });
  const changes = [
    ...difference(plan, snapshot).changes, ...(used === found ? [] : changedFormulas(found, plan, snapshot)),
    ...valueChanges(plan, snapshot, filled), ...plannedHeightChanges(plan, snapshot), ...printAreaChanges(plan, snapshot, entries),
  ];
  return writeChanges(port, SAMPLE_TITLE, changes, filled.length, await storeUpdate(used), run);
}

function alreadyFilled(first: { readonly sheet: string; readonly address: string }, count: number): Message {
  return { code: 'L03', text: `工作簿已填 ${count} 格，示例没有载入。`, place: { sheet: first.sheet, address: first.address }, remedy: '示例只能载入空白的套表；请新建工作簿后再试。' };
}

function handedOut(): Message {
  return { code: 'L06', text: '这是下发给单位的套表，示例没有载入。', remedy: '请新建一个空白工作簿，选择模板方案后再载入示例。' };
}

function notEmpty(): Message {
  return { code: 'L04', text: '工作簿里已有其他内容，示例没有载入。', remedy: '请新建一个空白工作簿后再试。' };
}

function notFitting(faults: readonly DataFault[]): Message {
  const told = faults.slice(0, MOST_TOLD).map(({ path, found, expected }) => `${path}：${found}，应为${expected}`).join('；');
  return {
    code: 'L08', text: `示例与本簿的模板不一致，有${faults.length}处放不下，没有载入：${told}${faults.length > MOST_TOLD ? '；……' : ''}。`,
    remedy: '本簿的模板改动过；请新建一个空白工作簿，选择自带的模板方案后再载入示例。',
  };
}
