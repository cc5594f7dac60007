import type { Form } from '../evaluation/form';

/** What a row may be asked for, by the name of the loop variable; one name used for several loops takes the members of all. */
export function loopMembers(form: Form, template: string): ReadonlyMap<string, ReadonlySet<string>> {
  const chosen = new Map([...template.matchAll(/assign\s+(\w+)\s*=\s*(\w+)\s*\|\s*行\s*:/g)].map(([, name = '', matrix = '']) => [name, matrix]));
  const members = new Map<string, Set<string>>();
  for (const [, variable = '', source = ''] of template.matchAll(/\{%-?\s*for\s+(\w+)\s+in\s+([\w.]+)/g)) {
    const known = members.get(variable) ?? new Set();
    for (const member of membersOf(form, inSheet(form, source), chosen.get(source))) known.add(member);
    members.set(variable, known);
  }
  return members;
}

/** A list in the sheet of a row (`project.indicators.rows`) as the list of the first sheet. */
function inSheet(form: Form, source: string): string {
  const [, block = '', rows] = source.split('.');
  const copy = rows === 'rows' ? form.copies?.blocks.get(block)?.[0] : undefined;
  return copy === undefined ? source : `${copy}.rows`;
}

/** What a row with a sheet of its own may be asked for beside its columns: `form.goal`, `indicators.rows`. */
function sheetMembers(form: Form): readonly string[] {
  return [...form.copies?.blocks ?? []].flatMap(([block, [copy = '']]) => {
    const fields = [...form.fields.keys()].filter((id) => id.startsWith(`${copy}.`));
    return [...fields, ...(form.lists.has(copy) ? [`${copy}.rows`] : [])].map((id) => `${block}${id.slice(copy.length)}`);
  });
}

/** Columns of a list (`duties.rows`), or of the matrix whose rows were chosen. */
function membersOf(form: Form, source: string, matrix: string | undefined): readonly string[] {
  if (matrix === undefined) {
    const list = source.replace(/\.rows$/, '');
    return [...form.lists.get(list)?.columns.keys() ?? [], ...(list === form.copies?.list ? sheetMembers(form) : [])];
  }
  const block = form.pack.sheets.flatMap((sheet) => sheet.blocks).find((candidate) => candidate.id === matrix);
  return block?.type === 'matrix' ? ['label', ...block.columns.map((column) => column.id)] : [];
}
