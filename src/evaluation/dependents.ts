import type { CellRef } from './evaluate';
import type { BoundRule, Form, Operand } from './form';

/** Which computed cells change when given cells change, directly or through others. */
export interface Dependents {
  /** Refs of every computed cell that depends on one of these; `rows` tells how many rows a list has now. */
  of(changed: readonly CellRef[], rows: (list: string) => number): readonly CellRef[];
}

/** A computed field or list column, and whether it follows its operand row by row, a single row of it, or as a whole. */
interface Use {
  readonly node: string;
  readonly follows: 'sameRow' | 'whole' | { readonly row: number };
}

/** Reads every rule of the form once. */
export function dependentsOf(form: Form): Dependents {
  const uses = new Map<string, Use[]>();
  const note = (rule: BoundRule | null, node: string, list: string | null): void => {
    for (const operand of rule ? (Object.values(rule.operands).flat() as Operand[]) : []) {
      if (operand.at === 'rowNumber') continue;
      const from = operand.at === 'field' ? `field ${operand.id}` : columnNode(operand.at === 'row' ? list ?? '' : operand.list, operand.column);
      const known = uses.get(from) ?? [];
      known.push({ node, follows: operand.at === 'row' ? 'sameRow' : operand.at === 'item' ? { row: operand.row } : 'whole' });
      uses.set(from, known);
    }
  };
  for (const field of form.fields.values()) note(field.rule, `field ${field.id}`, null);
  for (const list of form.lists.values()) for (const column of list.columns.values()) note(column.rule, columnNode(list.id, column.id), list.id);

  return {
    of: (changed, rows) => {
      const reached = new Map<string, Set<number> | 'all'>();
      const queue = changed.map((ref) => ('field' in ref ? { node: `field ${ref.field}`, row: 'all' as const } : { node: columnNode(ref.list, ref.column), row: ref.row }));
      for (let next = queue.shift(); next; next = queue.shift()) {
        for (const use of uses.get(next.node) ?? []) {
          if (typeof use.follows === 'object' && next.row !== 'all' && next.row !== use.follows.row) continue;
          const row = use.follows === 'sameRow' ? next.row : 'all';
          if (reach(reached, use.node, row)) queue.push({ node: use.node, row } as (typeof queue)[number]);
        }
      }
      return [...reached].flatMap(([node, which]): readonly CellRef[] => refsOf(node, which, rows));
    },
  };
}

/** Notes a node's row; false when it was known already. */
function reach(reached: Map<string, Set<number> | 'all'>, node: string, row: number | 'all'): boolean {
  const known = reached.get(node);
  if (known === 'all' || (row !== 'all' && known?.has(row))) return false;
  if (row === 'all') reached.set(node, 'all');
  else reached.set(node, (known ?? new Set<number>()).add(row));
  return true;
}

function refsOf(node: string, which: Set<number> | 'all', rows: (list: string) => number): readonly CellRef[] {
  if (node.startsWith('field ')) return [{ field: node.slice('field '.length) }];
  const [, list = '', column = ''] = node.split(' ');
  const numbers = which === 'all' ? Array.from({ length: rows(list) }, (_, row) => row) : [...which];
  return numbers.map((row) => ({ list, row, column }));
}

function columnNode(list: string, column: string): string {
  return `column ${list} ${column}`;
}
