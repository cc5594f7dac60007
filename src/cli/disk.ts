import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { fail, ok, type Result } from '../values/result';
import { printable } from './terminal';
import type { Failure } from './verb';

const MEGABYTE = 1024 * 1024;

/** Reads a file a person named. Errors: not there, not a file, larger than `limit` bytes, not readable. */
export async function readInput(folder: string, path: string, limit: number): Promise<Result<Uint8Array, Failure>> {
  const name = printable(path);
  try {
    const full = resolve(folder, path);
    const found = await stat(full);
    if (!found.isFile()) return fail({ code: 'M11', text: `“${name}”是文件夹或设备，不是文件。`, remedy: '请写出文件名。' });
    if (found.size > limit) {
      return fail({
        code: 'M12', text: `文件“${name}”太大。`, found: `${(found.size / MEGABYTE).toFixed(1)} MB`, expected: `不超过 ${(limit / MEGABYTE).toFixed(0)} MB`,
        remedy: '请核对是否选错了文件。',
      });
    }
    return ok(await readFile(full));
  } catch (error) {
    return fail(codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR'
      ? { code: 'M10', text: `找不到文件“${name}”。`, remedy: '请核对文件名和所在文件夹。' }
      : { code: 'M10', text: `读不了文件“${name}”（${codeOf(error)}）。`, remedy: '请核对文件的读取权限，或是否被其他程序占用。' });
  }
}

/** A file that may be written: it was looked at before the work began. */
export interface OutputPlace {
  readonly path: string;
  /** As it may be shown. */
  readonly name: string;
}

/**
 * Where a result goes. Errors: wrong ending, no such folder, one of the inputs (never replaced), there already and not `force`.
 */
export async function outputPlace(folder: string, path: string, ending: string, inputs: readonly string[], force: boolean): Promise<Result<OutputPlace, Failure>> {
  const full = resolve(folder, path);
  const name = printable(path);
  if (extname(full).toLowerCase() !== ending) {
    return fail({ code: 'M24', text: '输出文件的扩展名不对。', found: printable(basename(full)), expected: `以 ${ending} 结尾`, remedy: `请改为 --out 文件名${ending}。` });
  }
  const parent = await statOf(dirname(full));
  if (!parent?.isDirectory()) return fail({ code: 'M22', text: `没有文件夹“${printable(dirname(full))}”。`, remedy: '请先建立文件夹，或改写到已有的文件夹。' });
  const standing = await statOf(full);
  if (!standing) return ok({ path: full, name });
  for (const input of inputs) {
    const read = await statOf(resolve(folder, input));
    if (read && read.ino === standing.ino && read.dev === standing.dev) {
      return fail({ code: 'M21', text: `输出文件“${name}”就是读取的文件，没有写入。`, remedy: '请换一个文件名。' });
    }
  }
  if (!standing.isFile()) return fail({ code: 'M20', text: `“${name}”是文件夹或设备，不能写入。`, remedy: '请换一个文件名。' });
  if (!force) return fail({ code: 'M20', text: `文件“${name}”已存在，没有写入。`, remedy: '请换一个文件名，或加 --force 替换它。' });
  return ok({ path: full, name });
}

/** The folder results go into, made when it is not there. Errors: no folder to make it in, a file of this name, not allowed. */
export async function outputFolder(folder: string, path: string): Promise<Result<string, Failure>> {
  const full = resolve(folder, path);
  const name = printable(path);
  const standing = await statOf(full);
  if (standing) return standing.isDirectory() ? ok(full) : fail({ code: 'M25', text: `“${name}”不是文件夹。`, remedy: '请换一个文件夹名。' });
  try {
    await mkdir(full);
    return ok(full);
  } catch (error) {
    const code = codeOf(error);
    return fail(code === 'ENOENT' || code === 'ENOTDIR'
      ? { code: 'M22', text: `没有文件夹“${printable(dirname(full))}”。`, remedy: '请先建立文件夹，或改写到已有的文件夹。' }
      : { code: 'M25', text: `建不了文件夹“${name}”（${code}）。`, remedy: REMEDIES[code] ?? '请核对写入权限和剩余空间。' });
  }
}

/** Writes beside the place and renames, so that nothing half-written ever stands there. Errors: folder or disk refuses. */
export async function writeOutput(place: OutputPlace, contents: Uint8Array | string): Promise<Result<void, Failure>> {
  const beside = join(dirname(place.path), `.${basename(place.path).slice(0, 40)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    const file = await open(beside, 'wx');
    try {
      await file.writeFile(contents);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, place.path);
    return ok(undefined);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    return fail({ code: 'M23', text: `写不了文件“${place.name}”（${codeOf(error)}），没有留下不完整的文件。`, remedy: REMEDIES[codeOf(error)] ?? '请核对文件夹的写入权限和剩余空间。' });
  }
}

const REMEDIES: Readonly<Record<string, string>> = {
  ENOSPC: '磁盘已满，请清理后再试。', EDQUOT: '超出磁盘配额，请清理后再试。', EROFS: '该位置只读，请改写到别的文件夹。',
  EACCES: '没有写入权限，请改写到别的文件夹。', EPERM: '没有写入权限，或文件正被打开；请关闭后再试。', EBUSY: '文件正被打开，请关闭后再试。', ENAMETOOLONG: '文件名太长，请缩短。',
};

async function statOf(path: string): Promise<Awaited<ReturnType<typeof stat>> | null> {
  try {
    return await stat(path);
  } catch {
    return null;
  }
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : '未知原因';
}
