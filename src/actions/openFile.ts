import type { Message } from '../values/message';
import { fail, ok, type Result } from '../values/result';
import type { Plan } from '../workbook/plan';
import type { Snapshot } from '../workbook/snapshot';
import { openWorkbook, type OurWorkbook } from './openWorkbook';

/** A workbook file that was opened by an adapter. */
export interface LookedFile {
  /** As it may be shown. */
  readonly name: string;
  look(plan: Plan | null): Result<Snapshot, Message>;
}

/**
 * A file as a workbook of ours, read only. Errors: the file's own, a workbook without our forms (A04), one of a newer program (A01),
 * a faulty pack (A02).
 */
export async function openFile(file: LookedFile): Promise<Result<OurWorkbook, Message>> {
  const opened = await openWorkbook({ look: (plan) => Promise.resolve(file.look(plan)) });
  if (!opened.ok) return opened;
  switch (opened.value.kind) {
    case 'ours': return ok(opened.value);
    case 'newer': return fail(opened.value.message);
    case 'empty': case 'foreign': return fail(notOurs(file.name));
  }
}

function notOurs(name: string): Message {
  return {
    code: 'A04', text: `文件“${name}”能打开，但不是用套表填报的工作簿，找不到模板包。`,
    remedy: '请选择由助手生成的套表；若确是套表，可能被别的程序删去了隐藏的“_绩效助手”表，请向下发单位重新索取。',
  };
}
