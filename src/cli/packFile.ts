import { basename, dirname, join } from 'node:path';
import { checkPack, type CheckedPack } from '../actions/checkPack';
import { openFile } from '../actions/openFile';
import type { SettingFault } from '../actions/templateSettings/settingFault';
import { settingsFrom } from '../actions/templateSettings/settingsFrom';
import { newerPack } from '../actions/ourWorkbook';
import { openXlsx } from '../files/readXlsx';
import { LIMITS } from '../files/reading/limits';
import { messageLine } from '../values/message';
import { readJson } from '../values/readJson';
import { fail, ok, type Result } from '../values/result';
import { decodeText } from './decodeText';
import { readInput } from './disk';
import { settingFaults } from './settingFaults';
import { printable, type Terminal } from './terminal';
import type { Failure } from './verb';

/** Bytes of a pack file and of a report template; a full pack is below a tenth. */
const LARGEST_PACK = 8 * 1024 * 1024;
const LARGEST_TEMPLATE = 1024 * 1024;

/** A pack a person named, or everything that is wrong with it. */
export type PackVerdict = { readonly text: string; readonly checked: CheckedPack } | { readonly faults: readonly SettingFault[] };

/**
 * The pack in a .json file, in a workbook that carries one, or as 模板设置 of the bureau's own workbook makes it, checked as a whole.
 * Errors: the file cannot be read, holds no pack, or one of a newer program.
 */
export async function packIn(path: string, terminal: Terminal): Promise<Result<PackVerdict, Failure>> {
  if (/\.xlsx$/i.test(path)) return packInWorkbook(path, terminal);
  const text = await packText(path, terminal);
  return text.ok ? verdictOn(text.value) : text;
}

async function packInWorkbook(path: string, terminal: Terminal): Promise<Result<PackVerdict, Failure>> {
  terminal.stage(`正在读取 ${printable(path)}`);
  const bytes = await readInput(terminal.folder, path, LIMITS.file);
  if (!bytes.ok) return bytes;
  const file = openXlsx(bytes.value, basename(path));
  if (!file.ok) return file;
  for (const remark of file.value.remarks) terminal.err(printable(messageLine(remark)));
  const looked = file.value.look(null);
  if (!looked.ok) return looked;
  const carried = looked.value.store?.pack ?? '';
  // What is wrong with a carried pack is told in full; opening would stop at the first few.
  const verdict = carried === '' ? null : verdictOn(carried);
  if (verdict && (!verdict.ok || 'faults' in verdict.value)) return verdict;
  const opened = await openFile(file.value);
  if (!opened.ok) return opened;
  const { pack, reading } = opened.value;
  if (pack.pack.master !== true) return verdict ?? verdictOn(pack.text);
  const settings = settingsFrom(pack, reading);
  return settings.ok ? verdictOn(JSON.stringify(settings.value)) : ok({ faults: settings.error });
}

function verdictOn(text: string): Result<PackVerdict, Failure> {
  const checked = checkPack(text);
  if (checked.ok) return ok({ text, checked: checked.value });
  if (checked.error.kind === 'newer') return fail(newerPack(checked.error.title));
  return ok({ faults: checked.error.faults.map(({ path, ...fault }): SettingFault => ({ place: null, what: path, ...fault })) });
}

/** A pack file as JSON text; templates that stand beside it in `report/` are put in, as packs are kept in folders. */
async function packText(path: string, terminal: Terminal): Promise<Result<string, Failure>> {
  const bytes = await readInput(terminal.folder, path, LARGEST_PACK);
  if (!bytes.ok) return bytes;
  const text = decodeText(bytes.value, printable(path));
  if (!text.ok) return text;
  const missing = missingTemplates(text.value);
  if (!missing) return text;
  const templates: Record<string, string> = {};
  for (const name of missing.names) {
    const template = await readInput(terminal.folder, join(dirname(path), 'report', name), LARGEST_TEMPLATE);
    if (!template.ok) return template;
    const content = decodeText(template.value, printable(name));
    if (!content.ok) return content;
    templates[name] = content.value;
  }
  return ok(JSON.stringify({ ...missing.pack, report: { ...missing.pack.report, templates } }));
}

interface PackWithoutTemplates {
  readonly report: { readonly parts: readonly string[] };
}

/** A pack that names its templates and does not hold them; null for anything else, which is told by the check. */
function missingTemplates(text: string): { readonly pack: PackWithoutTemplates; readonly names: readonly string[] } | null {
  const json = readJson(text, { characters: LARGEST_PACK, depth: 40 });
  if (!json.ok || !namesTemplates(json.value)) return null;
  const pack = json.value;
  const names = pack.report.parts.filter((name): name is string => typeof name === 'string' && /^[^/\\]+\.liquid$/.test(name) && !name.startsWith('.'));
  return names.length === pack.report.parts.length && names.length > 0 ? { pack, names } : null;
}

function namesTemplates<T>(pack: T): pack is T & PackWithoutTemplates {
  if (typeof pack !== 'object' || pack === null || !('report' in pack)) return false;
  const { report } = pack;
  return typeof report === 'object' && report !== null && 'parts' in report && Array.isArray(report.parts) && !('templates' in report);
}

/** A pack to build with: one that ships, by its id, or a file. Errors: those of both; a faulty pack brings all its faults. */
export async function chosenPack(chosen: string, terminal: Terminal, shipped: (id: string) => Result<{ readonly text: string }, Failure>): Promise<Result<string, Failure>> {
  if (!/\.(json|xlsx)$/i.test(chosen)) {
    const pack = shipped(chosen);
    return pack.ok ? ok(pack.value.text) : pack;
  }
  const pack = await packIn(chosen, terminal);
  if (!pack.ok) return pack;
  return 'text' in pack.value ? ok(pack.value.text) : fail(faultyPack(chosen, pack.value.faults));
}

/** Why nothing was made of a pack. */
export function faultyPack(path: string, faults: readonly SettingFault[]): Failure {
  return { code: 'M34', text: `模板包“${printable(path)}”有${faults.length}处错误，没有写任何文件。`, remedy: '请按下列各条改正后再试。', faults: settingFaults(faults) };
}
