import { packChanges, type PackChange } from '../../../src/actions/handingOut/packChanges';
import { Draft } from '../../../src/actions/templateSettings/draft';
import { settingsTables } from '../../../src/actions/templateSettings/settingsSheets';
import type { UsablePack } from '../../../src/actions/ourWorkbook';
import type { CellForm, Pack } from '../../../src/pack/pack';
import { BLANK, cellText } from '../../../src/values/cell';
import { masterOf, typedInto, type Typed } from '../../cases/masterWorkbook';
import { bundledPacks } from '../../cases/bundledPacks';
import { ownPack } from '../../cases/ownPack';

const packs: readonly (readonly [string, Pack])[] = [...bundledPacks.map(({ id, text }) => [id, JSON.parse(text) as Pack] as const), [ownPack.id, ownPack]];

/** Something else than `before`, of the kind the cell holds. */
function another({ content, choices }: CellForm, before: string): string | number {
  if (choices && 'list' in choices) return choices.list.find((word) => word !== before) ?? `${before}改`;
  if (content === 'text' || content === 'longText' || content === 'choice') return before === '' ? '新写' : `${before}改`;
  return content === 'rate' ? (before === '0.5' ? 0.25 : 0.5) : Number(before) + 1;
}

/** Everything on 模板设置 typed anew; names of rows too, or only what the rows say. */
function everythingTyped({ form }: UsablePack, reading: ReturnType<typeof typedInto>, names: boolean): readonly Typed[] {
  const { entries } = reading;
  const fields = [...form.fields.values()].filter(({ block }) => block.startsWith('set'))
    .map((field): Typed => [{ field: field.id }, another(field.form, cellText(entries.fields.get(field.id) ?? BLANK))]);
  const lists = [...form.lists.values()].filter(({ block: { id } }) => id.startsWith('set')).flatMap(({ block }) => (entries.lists.get(block.id) ?? []).flatMap(({ cells }, row) =>
    block.columns.flatMap((column): Typed[] => (cells.size === 0 || (!names && (column.id === block.identifiedBy || (column.choices && 'from' in column.choices))) ? []
      : [[{ list: block.id, row, column: column.id }, another(column, cellText(cells.get(column.id) ?? BLANK))]]))));
  return [...fields, ...lists];
}

const said = ({ what, before, after }: PackChange): string => `${what}：${before ?? ''} → ${after ?? ''}`;
/** Words in English letters; codes are none. */
const english = (text: string): readonly string[] => text.match(/\b[a-z]+[A-Z]?[A-Za-z]*\b/g) ?? [];

describe.each(packs)('%s: what a bureau changes on 模板设置 is told in Chinese', (_id, pack) => {
  let master: UsablePack;
  beforeAll(async () => {
    master = await masterOf(JSON.stringify(pack));
  });

  test.each([['what the rows say', false], ['the rows themselves', true]])('%s', (_what, names) => {
    const typed = everythingTyped(master, typedInto(master, []), names);
    const draft = new Draft(pack, master.form, typedInto(master, typed));
    for (const table of settingsTables(pack)) table.read(pack, draft);
    const changes = packChanges(pack, JSON.parse(draft.text) as Pack);
    expect(typed.length).toBeGreaterThan(40);
    expect(changes.length).toBeGreaterThan(30);
    expect(changes.filter(({ what }) => english(what).length > 0 || what.includes('··')).map(said)).toEqual([]);
    const typedWords = new Set(typed.flatMap(([ref, value]) => [...english(String(value)), ...english(draft.textOf(ref))]));
    expect(changes.flatMap(({ before, after }) => [...english(before ?? ''), ...english(after ?? '')]).filter((word) => !typedWords.has(word))).toEqual([]);
  });
});
