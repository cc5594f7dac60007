import { blankEntries } from '../evaluation/entries';
import { compileForm, type Form } from '../evaluation/form';
import type { PackFault } from '../pack/fault';
import { readPack } from '../pack/readPack';
import type { Message } from '../values/message';
import { fail, ok, type Result } from '../values/result';
import type { Plan } from '../workbook/plan';
import { LAYOUT_VERSION, planWorkbook } from '../workbook/planWorkbook';
import type { StoredText } from '../workbook/snapshot';

/** A pack ready to work with: bound rules, and the workbook as it is before anybody types. */
export interface UsablePack {
  readonly text: string;
  readonly form: Form;
  readonly plan: Plan;
}

/** Binds a pack's text. Errors: made by a newer program (A01), faulty (A02). */
export function usePack(text: string): Result<UsablePack, Message> {
  const pack = readPack(text);
  if (!pack.ok) return fail(pack.error.kind === 'newer' ? newer(pack.error.title) : faulty(pack.error.faults));
  const form = compileForm(pack.value);
  if (!form.ok) return fail(faulty(form.error));
  return ok({ text, form: form.value, plan: planWorkbook(form.value, blankEntries(form.value)) });
}

/** The pack a workbook carries. Errors as above, and A03 when the workbook was laid out by a newer program. */
export function storedPack(store: StoredText): Result<UsablePack, Message> {
  return store.layoutVersion > LAYOUT_VERSION ? fail(newer('')) : usePack(store.pack);
}

export function isNewer(message: Message): boolean {
  return message.code === 'A01';
}

function newer(title: string): Message {
  return { code: 'A01', text: `本工作簿${title === '' ? '' : `（${title}）`}由更新版本的助手生成，当前版本不能改写。`, remedy: '请升级助手后再打开；现在仍可查看和填报。' };
}

function faulty(faults: readonly PackFault[]): Message {
  const shown = faults.slice(0, 5).map(({ path, found, expected }) => `${path}：${found}，应为${expected}`).join('；');
  return { code: 'A02', text: `模板包有${faults.length}处错误，不能使用：${shown}。`, remedy: '请把这条信息告诉下发模板的财政部门。' };
}
