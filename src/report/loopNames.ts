import type { Form } from '../evaluation/form';

/** What a row may be asked for, by the name of the loop variable; one name used for several loops takes the members of all. */
export function loopMembers(form: Form, template: string): ReadonlyMap<string, ReadonlySet<string>> {
  const chosen = new Map([...template.matchAll(/assign\s+(\w+)\s*=\s*(\w+)\s*\|\s*行\s*:/g)].map(([, name = '', matrix = '']) => [name, matrix]));
  const members = new Map<string, Set<string>>();
  for (const [, variable = '', source = ''] of template.matchAll(/\{%-?\s*for\s+(\w+)\s+in\s+([\w.]+)/g)) {
    const known = members.get(variable) ?? new Set();
    for (const member of membersOf(form, source, chosen.get(source))) known.add(member);
    members.set(variable, known);
  }
  return members;
}

/** Columns of a list (`duties.rows`), or of the matrix whose rows were chosen. */
function membersOf(form: Form, source: string, matrix: string | undefined): readonly string[] {
  if (matrix === undefined) return [...form.lists.get(source.replace(/\.rows$/, ''))?.columns.keys() ?? []];
  const block = form.pack.sheets.flatMap((sheet) => sheet.blocks).find((candidate) => candidate.id === matrix);
  return block?.type === 'matrix' ? ['label', ...block.columns.map((column) => column.id)] : [];
}
