import type { FieldForm, FieldsBlock, ListBlock, ListColumn, Pack } from '../../pack/pack';
import type { Draft } from './draft';

/** A table of 模板设置: what it looks like, filled with the pack's present values, and how it is read back into the pack. */
export interface SettingsTable {
  /** Null where the pack has nothing of the kind. */
  block(pack: Pack): FieldsBlock | ListBlock | null;
  read(pack: Pack, draft: Draft): void;
}

/** One cell of a table of single values. */
export interface Setting extends Omit<FieldForm, 'id' | 'entry' | 'name'> {
  /** Reads the cell back; the field's id is given. */
  readonly read: (draft: Draft, field: string) => void;
}

/** A table of single values, one a row. Cells are named by their number, so that their labels may say anything. */
export function settingsTable(id: string, name: string, heading: string, settings: (pack: Pack) => readonly Setting[]): SettingsTable {
  return {
    block: (pack) => {
      const fields = settings(pack).map(({ read: _read, ...field }, i): FieldForm => ({ ...field, id: `n${i + 1}`, name: `第${i + 1}项`, entry: 'typed' }));
      return fields.length === 0 ? null : { type: 'fields', id, name, heading, pairsPerRow: 1, fields };
    },
    read: (pack, draft) => settings(pack).forEach(({ read }, i) => read(draft, `${id}.n${i + 1}`)),
  };
}

/** A table of rows that may be added to and cleared. */
export function settingsList(id: string, name: string, heading: string, room: number, identifiedBy: string, columns: readonly ListColumn[], given: ListBlock['given'] = []): ListBlock {
  return { type: 'list', id, name, heading, room, identifiedBy, columns, ...(given.length > 0 ? { given } : {}) };
}

/** Rows that hold anything, by their 0-based place; gaps between them are passed over. */
export function filledRows(draft: Draft, list: string): readonly number[] {
  return (draft.reading.entries.lists.get(list) ?? []).flatMap(({ cells }, row) => (cells.size > 0 ? [row] : []));
}
