import { asMaster } from '../../src/actions/masterForm';
import { bindPack, type UsablePack } from '../../src/actions/ourWorkbook';
import type { CellRef } from '../../src/evaluation/evaluate';
import type { Reading } from '../../src/workbook/readWorkbook';
import { bundledPacks } from './bundledPacks';
import { PlayedWorkbook, type Plain } from './playedWorkbook';

/** A bureau's own workbook of a pack, as it is when it is begun. */
export async function masterOf(text: string): Promise<UsablePack> {
  const master = await bindPack(asMaster(text));
  if (!master.ok) throw new Error(master.error.text);
  return master.value;
}

export function bundledText(id: string): string {
  const pack = bundledPacks.find((one) => one.id === id);
  if (!pack) throw new Error(id);
  return pack.text;
}

/** One typed cell. */
export type Typed = readonly [CellRef, Plain];

/** The workbook read after somebody typed. */
export function typedInto(master: UsablePack, typed: readonly Typed[]): Reading {
  const workbook = new PlayedWorkbook(master.form, { pack: master.pack.id, fields: {}, lists: {} });
  for (const [ref, value] of typed) workbook.put(ref, value);
  return workbook.read();
}

/** The cell of 模板设置 with this label, e.g. 【收入】标题. */
export function settingCalled(master: UsablePack, block: string, label: string): CellRef {
  const field = [...master.form.fields.values()].find((one) => one.block === block && one.label === label);
  if (!field) throw new Error(`no setting ${block} ${label}`);
  return { field: field.id };
}
