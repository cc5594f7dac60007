import type { CheckUse, Pack, PerRow } from './pack';

/** Stands for the number of the copy in a sheet of which there is one for each row of a list. */
const MARK = '#';

/** A pack with its sheets per row written out. */
export interface WrittenOut {
  readonly pack: Pack;
  /** For each sheet its place in the pack as it is written. */
  readonly origins: readonly number[];
  /** Null for a pack without sheets per row. */
  readonly copies: Copies | null;
}

/** Which blocks belong to which row of the list. */
export interface Copies extends PerRow {
  /** Block id without its mark (`funds` of `funds#`) -> its copies in order. */
  readonly blocks: ReadonlyMap<string, readonly string[]>;
  /** Sheet id -> 0-based row it belongs to. */
  readonly rows: ReadonlyMap<string, number>;
  /** For each use of a check its place in the pack as it is written, and the 0-based row it is for; null: for all. */
  readonly checks: readonly Omit<WrittenUse, 'use'>[];
}

interface WrittenUse {
  readonly use: CheckUse;
  readonly origin: number;
  readonly row: number | null;
}

/**
 * Writes out the sheets of which there is one for each row of a list (自评表1, 自评表2 …): in them `#` becomes the number of the row.
 * Elsewhere a text of an array with `#` becomes one text a copy, and a check that says `#` is used once for each copy.
 */
export function writeOutCopies(pack: Pack): WrittenOut {
  const { perRow } = pack;
  if (!perRow) return { pack, origins: pack.sheets.map((_, place) => place), copies: null };
  const numbers = copyNumbers(perRow);
  const numbered = <T>(value: T, number: string): T => withTexts(value, (text) => [text.replaceAll(MARK, number)]) as T;
  const listed = <T>(value: T): T => withTexts(value, (text) => (text.includes(MARK) ? numbers.map((number) => text.replaceAll(MARK, number)) : [text])) as T;
  const sheets = pack.sheets.flatMap((sheet, origin) =>
    (sheet.perRow ? numbers.map((number) => ({ sheet: numbered(sheet, number), origin })) : [{ sheet: listed(sheet), origin }]));
  const checks = pack.checks.flatMap((use, origin): readonly WrittenUse[] =>
    (JSON.stringify(use).includes(MARK) ? numbers.map((number, row) => ({ use: numbered(use, number), origin, row })) : [{ use, origin, row: null }]));
  const blocks = pack.sheets.flatMap((sheet) => (sheet.perRow ? sheet.blocks : []));
  return {
    pack: { ...pack, sheets: sheets.map(({ sheet }) => sheet), checks: checks.map(({ use }) => use) },
    origins: sheets.map(({ origin }) => origin),
    copies: {
      ...perRow, blocks: new Map(blocks.map(({ id }) => [id.replaceAll(MARK, ''), numbers.map((number) => id.replaceAll(MARK, number))])),
      rows: new Map(pack.sheets.flatMap(({ id, perRow: own }) => (own ? numbers.map((number, row) => [id.replaceAll(MARK, number), row] as const) : []))),
      checks: checks.map(({ origin, row }) => ({ origin, row })),
    },
  };
}

/** Ids of the indicator lists: one, or one for each copy of its sheet. */
export function indicatorLists(pack: Pack): readonly string[] {
  const { list } = pack.assessment;
  return pack.perRow && list.includes(MARK) ? copyNumbers(pack.perRow).map((number) => list.replaceAll(MARK, number)) : [list];
}

/** Which row (from 1) a block id with its number belongs to, whether its sheet is laid out or not, and the block of the first row; null for other ids. */
export function rowOfBlock({ blocks }: Copies, id: string): { readonly row: number; readonly first: string } | null {
  for (const { 0: number, index } of id.matchAll(/[1-9]\d*/g)) {
    const first = blocks.get(`${id.slice(0, index)}${id.slice(index + number.length)}`)?.[0];
    if (first !== undefined) return { row: Number(number), first };
  }
  return null;
}

/** The pack with sheets for at least so many rows of its list; as it is where it has none per row. */
export function withRoomFor(pack: Pack, rows: number): Pack {
  const { perRow } = pack;
  return perRow && rows > perRow.count ? { ...pack, perRow: { ...perRow, count: rows } } : pack;
}

function copyNumbers({ count }: PerRow): readonly string[] {
  return Array.from({ length: count }, (_, index) => String(index + 1));
}

/** The value with every text in it changed; a text of an array may become several. */
function withTexts(value: unknown, change: (text: string) => readonly string[]): unknown {
  if (typeof value === 'string') return change(value).join('、');
  if (Array.isArray(value)) return value.flatMap((item: unknown): readonly unknown[] => (typeof item === 'string' ? change(item) : [withTexts(item, change)]));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([member, item]) => [member, withTexts(item, change)]));
}
