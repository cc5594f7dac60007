import { definedName, type Form } from '../evaluation/form';
import { laidBlock, type LaidBlock } from '../evaluation/madeBlocks';

/** Defined name of a sheet's whole planned region; the sheet is found by it after a rename. */
export function regionName(tabName: string): string {
  return definedName('表', tabName);
}

/** Defined name of a list, from the row of its column labels to its locked end row, row key included. */
export function listName(name: string): string {
  return definedName('清单', name);
}

/**
 * Defined names by block id: of a matrix from the header row to the last row, labels included; of label–value pairs one for each
 * column of values. A second 支出 is 表格_支出_2.
 */
export function blockNames(blocks: readonly LaidBlock[]): ReadonlyMap<string, readonly string[]> {
  const uses = new Map<string, number>();
  const unique = (name: string): string => {
    const use = (uses.get(name) ?? 0) + 1;
    uses.set(name, use);
    return use === 1 ? name : `${name}_${use}`;
  };
  return new Map(blocks.flatMap((block): readonly [string, readonly string[]][] => {
    if (block.type === 'matrix') return [[block.id, [unique(definedName('表格', block.name))]]];
    if (block.type === 'fields') return [[block.id, Array.from({ length: block.pairsPerRow }, () => unique(definedName('栏目', block.name)))]];
    return [];
  }));
}

/**
 * Ids of the fields whose cell has a defined name of its own, because it has no label to find it by. Other cells are found by their
 * labels, totals of a list by 合计 and the column's label.
 */
export function namedFields(form: Form): ReadonlySet<string> {
  const labelled = new Set(form.pack.sheets.flatMap((sheet) => sheet.blocks.map((block) => laidBlock(form.pack, block)))
    .filter(({ type }) => type === 'matrix' || type === 'fields').map(({ id }) => id));
  return new Set([...form.fields.values()].filter((field) => !labelled.has(field.block) && !isLabelledTotal(form, field.block)).map(({ id }) => id));
}

/** Whether the totals of a list stand beside the word 合计. */
function isLabelledTotal(form: Form, block: string): boolean {
  const list = form.lists.get(block)?.block;
  return list?.totals !== undefined && list.totals[list.identifiedBy] === undefined;
}
