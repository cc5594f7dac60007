import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundlePack, type BundledPack } from '../pack/bundle';
import { nearest } from '../values/nearest';
import { fail, ok, type Result } from '../values/result';
import type { Failure } from './verb';

const PACKS = join(__dirname, '../../assets/packs');

/** Ids of the packs that ship with the program: the folders of assets/packs. */
export function shippedPackIds(): readonly string[] {
  return readdirSync(PACKS, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name).sort();
}

/** A pack as it is bundled into the pane, read from its folder. Errors: no pack of this id (M30). */
export function shippedPack(id: string): Result<BundledPack, Failure> {
  const ids = shippedPackIds();
  if (!ids.includes(id)) {
    const meant = nearest(id, ids);
    return fail({ code: 'M30', text: `没有模板包“${id}”。`, expected: ids.join('、'), remedy: meant === null ? '请用 packs 查看可用的模板包。' : `是否指 ${meant}？` });
  }
  const pack = JSON.parse(readFileSync(join(PACKS, id, 'pack.json'), 'utf8')) as { readonly id: string; readonly report: { readonly parts: readonly string[] } };
  const templates = Object.fromEntries(pack.report.parts.map((file) => [file, readFileSync(join(PACKS, id, 'report', file), 'utf8')]));
  return ok(bundlePack(pack, templates, null));
}
