import { compileForm } from '../../evaluation/form';
import type { Pack } from '../../pack/pack';
import { withRoomFor } from '../../pack/perRow';
import { readPack } from '../../pack/readPack';
import type { Message } from '../../values/message';
import { fail, ok, type Result } from '../../values/result';
import { templateFileNames } from '../fileName';
import { storeUpdate } from '../layOut';
import { usePack } from '../ourWorkbook';
import type { FileOptions, FileWriter, MadeFile, Run } from '../ports';
import type { RosterUnit } from './readRoster';

export interface IssueOrder {
  /** What is handed out, without any unit's values. */
  readonly pack: Pack;
  readonly units: readonly RosterUnit[];
  readonly options: FileOptions;
}

/** A template that was made and taken over. */
export interface IssuedTemplate {
  readonly code: string;
  readonly name: string;
  readonly contact: string;
  readonly phone: string;
  readonly fileName: string;
  /** Bytes. */
  readonly size: number;
  /** Prefilled rows by the list's name. */
  readonly rows: readonly { readonly list: string; readonly count: number }[];
}

export interface Issued {
  readonly templates: readonly IssuedTemplate[];
  /** Units beyond `templates` got none. */
  readonly cancelled: boolean;
}

/** Takes a made file over: into a folder, into an archive. */
export type Deliver = (file: MadeFile) => Promise<Result<void, Message>>;

/**
 * 预填分发: one template workbook a unit, with its own values given and locked. Every unit's forms are bound before the first file
 * is made. Errors: a unit's values do not fit the forms (Y01), the file cannot be taken over; then what was delivered stays.
 */
export async function issueTemplates({ pack, units, options }: IssueOrder, writeFile: FileWriter, deliver: Deliver, run: Run): Promise<Result<Issued, Message>> {
  const names = templateFileNames(units.map(({ code, name }) => ({ unitCode: code, unitName: name, year: String(pack.year) })));
  const texts = units.map(({ prefilled }) => JSON.stringify(withRoomFor({ ...pack, prefilled }, prefilled.lists[pack.perRow?.list ?? '']?.length ?? 0)));
  for (const [index, unit] of units.entries()) {
    const fault = faultOf(texts[index] ?? '');
    if (fault) return fail(unfit(unit, fault));
    run.progress(index, 2 * units.length, `正在核对“${unit.name}”`);
    await pause();
    if (run.signal.aborted) return ok({ templates: [], cancelled: true });
  }
  const templates: IssuedTemplate[] = [];
  for (const [index, unit] of units.entries()) {
    run.progress(units.length + index, 2 * units.length, `正在生成“${unit.name}”的模板`);
    await pause();
    if (run.signal.aborted) return ok({ templates, cancelled: true });
    const bound = usePack(texts[index] ?? '');
    if (!bound.ok) return fail(unfit(unit, bound.error));
    const { form, plan } = bound.value;
    const file: MadeFile = { name: names[index] ?? '', bytes: await writeFile(plan, await storeUpdate(bound.value), options) };
    const delivered = await deliver(file);
    if (!delivered.ok) return delivered;
    templates.push({
      code: unit.code, name: unit.name, contact: unit.contact, phone: unit.phone, fileName: file.name, size: file.bytes.length,
      rows: Object.entries(unit.prefilled.lists).map(([list, rows]) => ({ list: form.lists.get(list)?.name ?? list, count: rows.length })),
    });
  }
  return ok({ templates, cancelled: false });
}

/** Why a pack cannot be used, found without laying it out. */
function faultOf(text: string): Message | null {
  const pack = readPack(text);
  if (pack.ok && compileForm(pack.value).ok) return null;
  const used = usePack(text);
  return used.ok ? null : used.error;
}

/** Lets the pane draw and hear 取消: making a file takes a second without a break. */
function pause(): Promise<void> {
  return new Promise((resolve) => { setTimeout(resolve); });
}

function unfit({ code, name }: RosterUnit, fault: Message): Message {
  return { code: 'Y01', text: `单位“${name}”（${code}）的预填内容与模板不符，没有生成任何文件。${fault.text}`, remedy: '请核对“单位名册”各表中该单位的各行。' };
}
