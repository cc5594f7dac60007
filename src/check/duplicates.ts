import type { ListForm } from '../evaluation/form';
import { cellText } from '../values/cell';
import { defineCheck, type Check, type Verdict } from './check';
import type { CheckContext } from './context';
import { words } from './texts';

/** A filled row by what makes it that row: its name below its groups, and its code where the list has one. */
interface Row {
  readonly row: number;
  readonly name: string;
  readonly identity: string;
  readonly code: string;
}

/** V16 B14: two rows of a list whose figures are added up are the same, or share a code under different names. Both are kept. */
export const rowTwice = defineCheck({
  code: 'V16', title: '行重复', source: '填报说明：一项一行，不得重复', level: 'error', parameters: {},
  run: (context) => [...context.form.lists.values()].filter((list) => isCounted(context, list)).flatMap((list) => {
    const rows = rowsOf(context, list);
    return rows.flatMap((second, at): Verdict[] => {
      const earlier = rows.slice(0, at);
      const same = earlier.find((first) => first.identity === second.identity && (first.code === second.code || first.code === '' || second.code === ''));
      if (same) return [verdict(list, same, second, 'V16', second.name)];
      const namesake = second.code === '' ? undefined : earlier.find((first) => first.code === second.code);
      return namesake ? [verdict(list, namesake, second, 'V16.code', second.code)] : [];
    });
  }),
});

/** Rows people fill whose amounts or scores are added up. */
function isCounted({ form }: CheckContext, list: ListForm): boolean {
  const counted = list.block.columns.some(({ content }) => content === 'amount' || content === 'score');
  return counted && !list.block.output && form.sheets.get(list.sheet)?.visibility !== 'hidden';
}

function rowsOf(context: CheckContext, list: ListForm): readonly Row[] {
  const by = list.block.identifiedBy;
  const groups = list.block.columns.filter(({ hideRepeats }) => hideRepeats).map(({ id }) => id);
  const coded = by !== 'code' && list.columns.has('code');
  return context.evaluation.rows(list.id).flatMap((row): Row[] => {
    const text = (column: string): string => compared(cellText(context.evaluation.item(list.id, row, column)));
    if (text(by) === '') return [];
    return [{ row, name: cellText(context.evaluation.item(list.id, row, by)).trim().slice(0, 40), identity: JSON.stringify([...groups, by].map(text)), code: coded ? text('code') : '' }];
  });
}

/** Widths and blanks do not make another name. */
function compared(text: string): string {
  return text.normalize('NFKC').replaceAll(/[\s\u200B-\u200F\u2060\uFEFF]/g, '');
}

function verdict(list: ListForm, first: Row, second: Row, text: 'V16' | 'V16.code', found: string): Verdict {
  const column = text === 'V16' ? list.block.identifiedBy : 'code';
  return {
    outcome: 'found', level: 'error', refs: [second, first].map(({ row }) => ({ list: list.id, row, column })),
    words: words(text, { first: `第${first.row + 1}行`, second: `第${second.row + 1}行`, found, name: first.name, other: second.name }), found, expected: '不重复',
  };
}

export const duplicateChecks: readonly Check[] = [rowTwice];
