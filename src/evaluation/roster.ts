import type { Block, CellForm, Choices, ListBlock, ListColumn, SheetForm } from '../pack/pack';
import { indicatorLists, type Copies } from '../pack/perRow';
import type { Field, Form, ListForm } from './form';
import { UNIT_FIELDS } from './unitFields';

/**
 * 单位名册 of the bureau's own workbook: what each unit gets with its template (预填分发). It follows from the pack alone:
 * - one row a unit with the `given` fields the pack leaves blank;
 * - one sheet for every list on a visible sheet that is identified by a `given` column and has no rows of its own (projects), and
 *   one for the indicators, with the `given` columns and those drop-downs that must be filled in; a unit's rows take the place of
 *   indicators that the pack gives everybody;
 * - a list of the sheets of which there is one a project has one such table, whose rows say which project they belong to; single
 *   `given` fields of those sheets are columns beside the project;
 * - a column `approvedX` beside a column `x` (批复目标值 beside 指标值) is not asked for: what is handed out is what was approved.
 */
export interface Roster {
  readonly units: RosterTable;
  /** Further given fields of the unit, beside code and name. */
  readonly unitFields: readonly { readonly column: string; readonly field: Field }[];
  readonly lists: readonly RosterList[];
}

/** A table of the roster: the list it is laid out as, on a sheet of its own. */
export interface RosterTable {
  readonly sheet: string;
  readonly list: string;
  readonly block: ListBlock;
}

/** What a unit gets in one list of its forms. */
export interface RosterList extends RosterTable {
  /** The list in the unit's forms; the first copy of one that every project has. */
  readonly target: ListForm;
  /** A list every project has: its name without a number is known by `block`; rows say their project in ROW_COLUMN. */
  readonly perRow: boolean;
  /** Given fields of a project's own sheet, typed beside the project: column, and the field's id on the n-th sheet is in `copies`. */
  readonly rowFields: readonly { readonly column: string; readonly base: string; readonly field: string }[];
  /** Column of the forms that takes the value of another one, by its id. */
  readonly copies: ReadonlyMap<string, string>;
}

/** Columns of the table of units that every roster has; contact and phone stand in 分发清单 only. */
export const UNIT_COLUMNS = { code: 'code', name: 'name', contact: 'contact', phone: 'phone' } as const;
/** Columns of the other tables that say whose row it is, and of which project. */
export const OWNER_COLUMN = 'ofUnit';
export const ROW_COLUMN = 'ofRow';

const UNITS = 'rosterUnits';
const UNITS_ROOM = 200;
const ROWS_ROOM = 2_000;

export function rosterOf(form: Form): Roster {
  const fields = blankGivenFields(form);
  const labels = fields.map(({ label }) => label);
  const unitFields = fields.map((field, index) => ({ column: `field${index + 1}`, field, label: labels.filter((label) => label === field.label).length > 1 ? `${blockName(form, field)}·${field.label}` : field.label }));
  return {
    units: {
      sheet: UNITS, list: UNITS,
      block: listBlock(UNITS, '单位', UNITS_ROOM, UNIT_COLUMNS.code, [
        { id: UNIT_COLUMNS.code, label: '单位编码', content: 'text', entry: 'typed', required: true },
        { id: UNIT_COLUMNS.name, label: '单位名称', content: 'text', entry: 'typed', required: true, width: 30 },
        { id: UNIT_COLUMNS.contact, label: '联系人', content: 'text', entry: 'typed' },
        { id: UNIT_COLUMNS.phone, label: '联系电话', content: 'text', entry: 'typed' },
        ...unitFields.map(({ column, field, label }): ListColumn => ({ ...typed(field.form), id: column, label })),
      ]),
    },
    unitFields: unitFields.map(({ column, field }) => ({ column, field })),
    lists: prefilledLists(form).map((target) => rosterList(form, target)),
  };
}

function rosterList(form: Form, target: ListForm): RosterList {
  const copies = new Map([...target.columns.keys()].flatMap((id): [string, string][] => {
    const approved = `approved${id.charAt(0).toUpperCase()}${id.slice(1)}`;
    return target.columns.has(approved) ? [[approved, id]] : [];
  }));
  const base = baseOf(form.copies, target.id);
  const perRow = base !== null;
  const id = `roster${capital(base ?? target.id)}`;
  const rowList = perRow ? form.lists.get(form.copies?.list ?? '') : undefined;
  const rowFields = form.copies?.list === target.id ? fieldsOfRows(form, form.copies) : [];
  const columns = [...target.columns.values()].filter((column) => isHandedOut(column.form) && !copies.has(column.id));
  return {
    sheet: id, list: id, target, perRow, copies, rowFields: rowFields.map(({ column, base: block, field }) => ({ column, base: block, field })),
    block: listBlock(id, `单位${perRow ? target.name.replace(/1$/, '') : target.name}`, ROWS_ROOM, OWNER_COLUMN, [
      { id: OWNER_COLUMN, label: '单位编码', content: 'text', entry: 'typed', required: true, choices: { from: `${UNITS}.${UNIT_COLUMNS.code}` } },
      ...(rowList ? [{ id: ROW_COLUMN, label: rowList.columns.get(rowList.block.identifiedBy)?.label ?? '所属行', content: 'text', entry: 'typed', required: true, width: 24 } satisfies ListColumn] : []),
      ...columns.map(({ id: column, label, form: cell }): ListColumn => ({
        ...typed(cell), id: column, label, ...(cell.width === undefined ? {} : { width: cell.width }), ...(column === target.block.identifiedBy ? { required: true } : {}),
      })),
      ...rowFields.map(({ column, label, cell }): ListColumn => ({ ...typed(cell), id: column, label })),
    ]),
  };
}

/** Id without its number of a block that every project has; null for any other. */
function baseOf(copies: Copies | null, block: string): string | null {
  for (const [base, ids] of copies?.blocks ?? []) if (ids.includes(block)) return base;
  return null;
}

/** Given fields without a value on the sheets of projects. */
function fieldsOfRows(form: Form, copies: Copies): readonly { readonly column: string; readonly base: string; readonly field: string; readonly label: string; readonly cell: CellForm }[] {
  return [...copies.blocks].flatMap(([base, [first]]) => [...form.fields.values()].flatMap((field) => (field.block === first && isBlankGiven(field)
    ? [{ base, field: field.id.slice(field.block.length + 1), label: field.label, cell: field.form }] : []))).map((each, index) => ({ ...each, column: `rowField${index + 1}` }));
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** The sheets of the roster, to be laid out in the bureau's own workbook. */
export function rosterSheets(form: Form): readonly SheetForm[] {
  const { units, lists } = rosterOf(form);
  return [
    {
      id: units.sheet, name: '单位名册', title: '单位名册',
      blocks: [
        note('每个单位一行，下发时各得一份模板。单位编码、单位名称必填；联系人、联系电话只用于分发清单，其余各列预先填入该单位的表中并锁定。'),
        units.block,
      ],
    },
    ...lists.map(({ sheet, block, target }): SheetForm => ({
      id: sheet, name: block.name, title: `${block.name}（预填到“${form.sheets.get(target.sheet)?.name ?? target.sheet}”）`, orientation: 'landscape',
      blocks: [note(noteOf(form, target)), block],
    })),
  ];
}

function noteOf(form: Form, target: ListForm): string {
  const { weightTotal } = form.pack.assessment;
  const perRow = baseOf(form.copies, target.id) !== null;
  const weight = indicatorLists(form.pack).includes(target.id) ? target.columns.get('weight') : undefined;
  const weights = weight ? `同一${perRow ? '项目' : '单位'}的${weight.label}合计应为${weightTotal}；` : '';
  return `同一单位可有多行，单位编码须在“单位名册”中。${weights}没有行的单位${target.block.given === undefined ? '由其自行填写' : '用模板里的'}。下发后给定的格锁定，下拉选择的格单位仍可改。`;
}

function note(line: string): Block {
  return { type: 'text', id: 'note', lines: [line] };
}

/** Fields the bureau gives each unit: without a value in the pack, beside code and name. */
function blankGivenFields(form: Form): readonly Field[] {
  const single = new Set(form.pack.sheets.flatMap((sheet) => sheet.blocks.flatMap((block) => (block.type === 'fields' || block.type === 'grid' ? [block.id] : []))));
  return [...form.fields.values()].filter(({ id, block, form: cell }) =>
    isBlankGiven({ form: cell }) && single.has(block) && baseOf(form.copies, block) === null && id !== UNIT_FIELDS.code && id !== UNIT_FIELDS.name);
}

function isBlankGiven({ form }: Pick<Field, 'form'>): boolean {
  return form.entry === 'given' && form.value === undefined;
}

function prefilledLists(form: Form): readonly ListForm[] {
  const indicators = indicatorLists(form.pack);
  const later = new Set([...form.copies?.blocks.values() ?? []].flatMap((ids) => ids.slice(1)));
  return [...form.lists.values()].filter(({ sheet, block, columns }) =>
    form.sheets.get(sheet)?.visibility !== 'hidden' && !block.output && columns.get(block.identifiedBy)?.form.entry === 'given'
    && (block.given === undefined || indicators.includes(block.id)) && !later.has(block.id));
}

function isHandedOut(cell: ListColumn): boolean {
  return !cell.hidden && (cell.entry === 'given' || (cell.entry === 'typed' && cell.content === 'choice' && cell.required === true));
}

/** The cell as the bureau types it. Drop-downs that come from a list of the unit's own have nothing to choose from here. */
function typed(cell: CellForm): CellForm {
  const { choices } = cell;
  return {
    content: cell.content, entry: 'typed', ...(cell.signed === true ? { signed: true } : {}), ...(isSpelledOut(choices) ? { choices } : {}),
  };
}

function isSpelledOut(choices: Choices | undefined): choices is Extract<Choices, { readonly list: readonly string[] }> {
  return choices !== undefined && 'list' in choices;
}

function listBlock(id: string, name: string, room: number, identifiedBy: string, columns: readonly ListColumn[]): ListBlock {
  return { type: 'list', id, name, room, identifiedBy, columns };
}

function blockName(form: Form, field: Field): string {
  const block = form.sheets.get(field.sheet)?.blocks.find(({ id }) => id === field.block);
  return block && 'name' in block ? block.name : field.block;
}
