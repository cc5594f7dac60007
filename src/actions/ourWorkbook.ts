import { blankEntries } from '../evaluation/entries';
import { compileForm, type Form } from '../evaluation/form';
import type { PackFault } from '../pack/fault';
import type { Pack } from '../pack/pack';
import { readPack } from '../pack/readPack';
import { compactJson } from '../values/compactJson';
import type { Message } from '../values/message';
import { fail, ok, type Result } from '../values/result';
import type { Plan } from '../workbook/plan';
import { LAYOUT_VERSION, planWorkbook } from '../workbook/planWorkbook';
import type { StoredText } from '../workbook/snapshot';

/** A pack ready to work with: bound rules, and the workbook as it is before anybody types. */
export interface UsablePack {
  /** Compact, as workbooks carry it. */
  readonly text: string;
  /** As it is written. `master`: the workbook is the bureau's own. */
  readonly pack: Pack;
  /** What the workbook holds: the forms; in a bureau's own workbook 模板设置 and 单位名册 instead. */
  readonly form: Form;
  /** The forms the pack is about. */
  readonly forms: Form;
  readonly plan: Plan;
}

/** How many packs are remembered: the workbook's own, the one chosen, and one more. */
const REMEMBERED = 3;

/** `make` with its last results kept: every step on a workbook binds the same text, and what it gives is never changed. */
function remembering<T extends object>(make: (text: string) => T): (text: string) => T {
  const kept = new Map<string, T>();
  return (text) => {
    const result = kept.get(text) ?? make(text);
    kept.delete(text);
    kept.set(text, result);
    for (const [oldest] of kept) if (kept.size > REMEMBERED) kept.delete(oldest);
    return result;
  };
}

/** Binds a pack's text to its forms. Errors: made by a newer program (A01), faulty (A02). */
export const usePack = remembering((text): Result<UsablePack, Message> => {
  const bound = boundForms(text);
  return bound.ok ? ok(planned(bound.value, bound.value.forms)) : bound;
});

/** Binds a pack's text to what its workbook holds, also a bureau's own one. Errors as above. */
export async function bindPack(text: string): Promise<Result<UsablePack, Message>> {
  const bound = boundForms(text);
  if (!bound.ok) return bound;
  if (bound.value.pack.master !== true) return usePack(text);
  const { masterForm } = await import('./masterForm');
  const form = masterForm(bound.value);
  return form.ok ? ok(planned(bound.value, form.value)) : fail(faulty(form.error));
}

type BoundForms = Pick<UsablePack, 'text' | 'pack' | 'forms'>;

const boundForms = remembering((text): Result<BoundForms, Message> => {
  const pack = readPack(text);
  if (!pack.ok) return fail(pack.error.kind === 'newer' ? newerPack(pack.error.title) : faulty(pack.error.faults));
  const forms = compileForm(pack.value);
  return forms.ok ? ok({ text: compactJson(text), pack: pack.value, forms: forms.value }) : fail(faulty(forms.error));
});

function planned(bound: BoundForms, form: Form): UsablePack {
  return { ...bound, form, plan: planWorkbook(form, blankEntries(form)) };
}

/** The pack a workbook carries. Errors as above, and A03 when the workbook was laid out by a newer program. */
export async function storedPack(store: StoredText): Promise<Result<UsablePack, Message>> {
  return store.layoutVersion > LAYOUT_VERSION ? fail(newerPack('')) : bindPack(store.pack);
}

export function isNewer(message: Message): boolean {
  return message.code === 'A01';
}

/** Made by a newer program: nothing is written. */
export function newerPack(title: string): Message {
  return { code: 'A01', text: `本工作簿${title === '' ? '' : `（${title}）`}由更新版本的助手生成，当前版本不能改写。`, remedy: '请升级助手后再打开；现在仍可查看和填报。' };
}

function faulty(faults: readonly PackFault[]): Message {
  const shown = faults.slice(0, 5).map(({ path, found, expected }) => `${path}：${found}，应为${expected}`).join('；');
  return { code: 'A02', text: `模板包有${faults.length}处错误，不能使用：${shown}。`, remedy: '请把这条信息告诉下发模板的财政部门。' };
}
