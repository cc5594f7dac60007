import type { Message } from '../../values/message';
import { ok, type Result } from '../../values/result';
import type { FileWriter, MadeFile, Run } from '../ports';
import { DISTRIBUTION_LIST, distributionList } from './distributionList';
import { issueTemplates, type Issued, type IssueOrder } from './issueTemplates';
import { titleOf } from './makeTemplate';

/** Packs files into one; loaded only when it is needed. */
export type FileArchiver = (files: readonly MadeFile[]) => Promise<Uint8Array>;

/** 预填分发 as one file: all templates and 分发清单; null when cancelled. Errors: those of `issueTemplates`. */
export async function issueArchive(order: IssueOrder, writeFile: FileWriter, archive: FileArchiver, run: Run): Promise<Result<{ readonly file: MadeFile; readonly issued: Issued } | null, Message>> {
  const files: MadeFile[] = [];
  const issued = await issueTemplates(order, writeFile, (file) => {
    files.push(file);
    return Promise.resolve(ok(undefined));
  }, run);
  if (!issued.ok) return issued;
  if (issued.value.cancelled) return ok(null);
  const list: MadeFile = { name: DISTRIBUTION_LIST, bytes: new TextEncoder().encode(distributionList(issued.value.templates)) };
  const bytes = await archive([...files, list]);
  return ok({ file: { name: `${titleOf(order.pack)}-预填${files.length}个单位.zip`, bytes }, issued: issued.value });
}
