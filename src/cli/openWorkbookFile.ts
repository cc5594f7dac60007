import { basename } from 'node:path';
import { openFile } from '../actions/openFile';
import type { OurWorkbook } from '../actions/openWorkbook';
import { openXlsx } from '../files/readXlsx';
import { LIMITS } from '../files/reading/limits';
import { messageLine } from '../values/message';
import { fail, ok, type Result } from '../values/result';
import { readInput } from './disk';
import { printable, type Terminal } from './terminal';
import type { Failure } from './verb';

/** The workbook of ours in a file a person named; what else the file holds is told on `err`. Errors: those of file, reader and pack. */
export async function openWorkbookFile(path: string, terminal: Terminal): Promise<Result<OurWorkbook, Failure>> {
  terminal.stage(`正在读取 ${printable(path)}`);
  const bytes = await readInput(terminal.folder, path, LIMITS.file);
  if (!bytes.ok) return bytes;
  const file = openXlsx(bytes.value, basename(path));
  if (!file.ok) return file;
  const opened = await openFile(file.value);
  if (!opened.ok) return opened;
  for (const remark of file.value.remarks) terminal.err(printable(messageLine(remark)));
  return ok(opened.value);
}

/** The same of a workbook a unit fills in. Errors besides: it is the bureau's own, which holds none of the forms (M15). */
export async function openFilledFile(path: string, terminal: Terminal): Promise<Result<OurWorkbook, Failure>> {
  const opened = await openWorkbookFile(path, terminal);
  return opened.ok && opened.value.pack.pack.master === true
    ? fail({ code: 'M15', text: `“${printable(path)}”是财政局的模板工作簿，没有填报的表。`, remedy: '请写单位填报的套表；检查模板用 pack check，下发用 issue。' })
    : opened;
}
