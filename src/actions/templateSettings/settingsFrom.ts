import type { CellRef } from '../../evaluation/evaluate';
import type { Form } from '../../evaluation/form';
import type { Pack } from '../../pack/pack';
import { parseBlock } from '../../values/address';
import { fail, ok, type Result } from '../../values/result';
import type { Reading } from '../../workbook/readWorkbook';
import { checkPack } from '../checkPack';
import type { UsablePack } from '../ourWorkbook';
import { Draft } from './draft';
import type { SettingFault } from './settingFault';
import { settingsTables } from './settingsSheets';

/**
 * The pack a bureau made on 模板设置: what its workbook was begun with, and what stands on the sheets now. It is checked as a whole;
 * every fault is told at its cell. Without the mark of the bureau's own workbook, ready to be handed out.
 * @param master the bureau's own workbook as `bindPack` gives it.
 * @param reading of that workbook.
 */
export function settingsFrom(master: Pick<UsablePack, 'pack' | 'form'>, reading: Reading): Result<Pack, readonly SettingFault[]> {
  const read = readDraft(master, reading, []);
  if (read.pack && read.faults.length === 0) return ok(read.pack);
  // A pack of the wrong shape is not looked into: what is wrong otherwise is found with the faulty cells left as they were.
  const rest = readDraft(master, reading, read.faults.flatMap(({ ref }) => ref ?? []));
  return fail(inReadingOrder(master.form, distinct([...read.faults, ...rest.faults])).map(({ place, what, found, expected, example }) => ({ place, what, found, expected, ...(example === undefined ? {} : { example }) })));
}

function readDraft({ pack, form }: Pick<UsablePack, 'pack' | 'form'>, reading: Reading, faulty: readonly CellRef[]): { readonly pack: Pack | null; readonly faults: Draft['faults'] } {
  const { master: _mark, ...base } = pack;
  const draft = new Draft(base, form, reading, faulty);
  for (const table of settingsTables(base)) table.read(base, draft);
  const checked = checkPack(draft.text);
  const faults = checked.ok || checked.error.kind === 'newer' ? [] : checked.error.faults;
  return { pack: checked.ok ? checked.value.pack : null, faults: [...draft.faults, ...faults.map((fault) => draft.tell(fault))] };
}

/** By sheet, then row, then column; faults without a cell last. */
function inReadingOrder(form: Form, faults: Draft['faults']): Draft['faults'] {
  const tabs = [...form.sheets.values()].map(({ name }) => name);
  const order = ({ place }: SettingFault): readonly number[] => {
    const block = place && parseBlock(place.address);
    return place && block ? [tabs.indexOf(place.sheet), block.row, block.column] : [tabs.length, 0, 0];
  };
  return [...faults].sort((a, b) => {
    const [left, right] = [order(a), order(b)];
    const i = left.findIndex((value, at) => value !== right[at]);
    return i < 0 ? 0 : (left[i] ?? 0) - (right[i] ?? 0);
  });
}

/** A cell is told once: one that holds no number not again as a pack without it. */
function distinct(faults: Draft['faults']): Draft['faults'] {
  return faults.filter((fault, i) => faults.findIndex((one) => placeOf(one) === placeOf(fault)) === i);
}

function placeOf({ place, what, expected }: SettingFault): string {
  return place === null ? `${what} ${expected}` : `${place.sheet}!${place.address}`;
}
