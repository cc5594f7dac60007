import { givesFigures, mayGiveFigures } from '../../evaluation/givenFigures';
import { UNIT_FIELDS } from '../../evaluation/unitFields';
import type { Block, CellForm, ListBlock, ListColumn, MatrixBlock, Pack, SheetForm } from '../../pack/pack';
import { asPackValue, type Draft, type PackPath } from './draft';
import { filledRows, readSource, settingsList, settingsMatrix, settingsTable, SOURCE_COLUMNS, sourceCells, type Setting, type SettingRow, type SettingsTable } from './settingsTable';

interface PlacedBlock {
  readonly sheet: SheetForm;
  readonly block: Block;
  readonly path: PackPath;
}

function blocksOf(pack: Pack): readonly PlacedBlock[] {
  return pack.sheets.flatMap((sheet, s) => sheet.blocks.map((block, b) => ({ sheet, block, path: ['sheets', s, 'blocks', b] })));
}

/** A value the bureau gives in every unit's forms, as its cell in the forms is typed. */
function given(label: string, cell: CellForm, path: PackPath): Setting {
  const { content, choices } = cell;
  return {
    label, content, ...(choices && !('from' in choices) ? { choices } : {}), ...(cell.value === undefined ? {} : { value: cell.value }), signed: true,
    read: (draft, field) => {
      const written = draft.written({ field }, content);
      if (written !== null) draft.put([...path, 'value'], written === '' ? undefined : asPackValue(draft.at([...path, 'value']), written, content), { field });
    },
  };
}

/** 统一预填: values of single cells that every unit gets, 进度目标 among them; what differs from unit to unit stands in 单位名册. */
export const givenTable: SettingsTable = settingsTable('setGiven', '设置统一预填', '统一预填（各单位相同的内容）', (pack) =>
  blocksOf(pack).flatMap(({ sheet, block, path }): Setting[] => {
    const label = (item: string): string => `【${sheet.name}】${item}`;
    switch (block.type) {
      case 'fields': return block.fields.flatMap((field, f) =>
        (field.entry === 'given' && field.value !== undefined && `${block.id}.${field.id}` !== UNIT_FIELDS.year ? [given(label(field.label), field, [...path, 'fields', f])] : []));
      case 'grid': return block.rows.flatMap((row, r) => row.cells.flatMap(({ field }, c) =>
        (field?.entry === 'given' && field.value !== undefined ? [given(label(field.label), field, [...path, 'rows', r, 'cells', c, 'field'])] : [])));
      case 'matrix': return givenCells(block, path, label);
      default: return [];
    }
  }));

function givenCells(block: MatrixBlock, path: PackPath, label: (item: string) => string): Setting[] {
  return block.rows.flatMap((row, r) => block.columns.flatMap((column): Setting[] => {
    const cell = row.cells?.[column.id];
    return cell?.value === undefined || (cell.entry ?? column.entry) !== 'given' ? []
      : [given(label(`${row.label.trim()}·${column.label}`), { ...column, ...cell }, [...path, 'rows', r, 'cells', column.id])];
  }));
}

/** Where the figures come from that every unit gets, block by block: 进度目标, 分值, 权重. */
export const givenSourcesTable: SettingsTable = settingsMatrix('setGivenSources', '设置预填来源', '预填数的来源（各单位相同的进度目标、分值、权重等，填了数就写来源）', SOURCE_COLUMNS, (pack) => {
  const shared = new Set<Block>(sharedLists(pack).flatMap(({ block }) => (sharedColumns(block).some(mayGiveFigures) ? [block] : [])));
  return blocksOf(pack).flatMap(({ sheet, block, path }): SettingRow[] => (block.type === 'text' || block.type === 'progress' || block.type === 'selfCheck' || !(shared.has(block) || givesFigures(block)) ? [] : [{
    label: `【${sheet.name.replace('#', '')}】${block.name.replace('#', '')}`, values: sourceCells(block.sourced),
    read: (draft, cell) => { readSource(draft, path, cell, block.sourced); },
  }]));
});

/** Rows laid out beforehand in a list of the forms. */
export const roomTable: SettingsTable = settingsTable('setRooms', '设置清单行数', '各清单行数', (pack) =>
  blocksOf(pack).flatMap(({ sheet, block, path }): Setting[] => (block.type !== 'list' || block.fill !== undefined ? [] : [{
    label: `【${sheet.name}】${block.name}`, content: 'count', required: true, value: block.room,
    read: (draft, field) => {
      const written = draft.written({ field }, 'count');
      if (written === null) return;
      if (/^[1-9]\d{0,3}$/.test(written) && Number(written) <= 2_000) draft.put([...path, 'room'], Number(written), { field });
      else draft.fault({ field }, written, '1 至 2000 的整数', '60');
    },
  }])));

/** Title, line under the title, name of the tab and notes of every form. */
export const textTable: SettingsTable = settingsTable('setTexts', '设置文字', '各表的标签名、标题和说明', (pack) =>
  pack.sheets.flatMap((sheet, s): Setting[] => {
    const path: PackPath = ['sheets', s];
    const text = (label: string, member: 'name' | 'title' | 'subtitle'): Setting => ({
      label: `【${sheet.name}】${label}`, content: 'text', ...(sheet[member] === undefined ? {} : { value: sheet[member] }),
      read: (draft, field) => { draft.put([...path, member], draft.textOf({ field }) === '' && member === 'subtitle' ? undefined : draft.textOf({ field }), { field }); },
    });
    return [
      text('标签名', 'name'), text('标题', 'title'), text('副标题', 'subtitle'),
      ...sheet.blocks.flatMap((block, b): Setting[] => (block.type !== 'text' ? [] : [{
        label: `【${sheet.name}】说明`, content: 'longText', value: block.lines.join('\n'), hint: '每行一条，按 Alt+Enter 换行。',
        read: (draft, field) => { draft.put([...path, 'blocks', b, 'lines'], draft.textOf({ field }).split('\n').map((line) => line.trimEnd()), { field }); },
      }])),
    ];
  }));

/** Lists whose rows every unit gets alike: those with rows, and the indicators. */
function sharedLists(pack: Pack): readonly (PlacedBlock & { readonly block: ListBlock })[] {
  return blocksOf(pack).flatMap((placed) => {
    const { block } = placed;
    const isShared = block.type === 'list' && !block.output && block.fill === undefined && ((block.given ?? []).length > 0 || block.id === pack.assessment.list);
    return isShared && sharedColumns(block).length > 0 ? [{ ...placed, block }] : [];
  });
}

/** Columns the bureau fills: the given ones, and those that hold something in a given row. */
function sharedColumns(block: ListBlock): readonly ListColumn[] {
  const used = new Set((block.given ?? []).flatMap((row) => Object.keys(row)));
  const shared = block.columns.filter(({ id, entry, hidden }) => (entry === 'given' && !hidden) || used.has(id));
  return shared.length === 0 ? [] : block.columns.filter((column) => shared.includes(column) || column.id === block.identifiedBy);
}

/** Beyond the room of the forms, so that the sheet stays as it is when that changes. */
const SHARED_ROOM = 120;
const MORE_ROWS = 40;

/** One table for each list whose rows the bureau gives: indicators, the score table, reference codes. */
export function sharedListTables(pack: Pack): readonly SettingsTable[] {
  return sharedLists(pack).map(({ block, sheet, path }, index): SettingsTable => {
    const id = `setList${index + 1}`;
    const columns = sharedColumns(block);
    return {
      block: () => settingsList(
        id, `设置${block.name}`, `${block.name}（【${sheet.name}】，每行一项）`, Math.max(SHARED_ROOM, (block.given ?? []).length + MORE_ROWS), block.identifiedBy,
        columns.map((column): ListColumn => ({
          id: column.id, label: column.label, content: column.content, entry: 'typed', ...(column.width === undefined ? {} : { width: column.width }),
          ...(column.choices && !('from' in column.choices) ? { choices: column.choices } : {}), ...(column.signed ? { signed: true } : {}), ...(column.hint === undefined ? {} : { hint: column.hint }),
          ...(column.id === block.identifiedBy ? { required: true } : {}),
        })),
        block.given ?? [],
      ),
      read: (_pack, draft) => { readRows(draft, id, block, columns, path); },
    };
  });
}

function readRows(draft: Draft, list: string, block: ListBlock, columns: readonly ListColumn[], path: PackPath): void {
  const rows = filledRows(draft, list).map((row, i) => {
    const identity = draft.textOf({ list, row, column: block.identifiedBy });
    if (identity === '') draft.fault({ list, row, column: block.identifiedBy }, '', `填写“${columns.find(({ id }) => id === block.identifiedBy)?.label ?? block.identifiedBy}”，或清空本行`);
    const before = block.given?.find((one) => String(one[block.identifiedBy]) === identity);
    return Object.fromEntries(columns.flatMap(({ id, content }) => {
      const ref = { list, row, column: id };
      draft.origin([...path, 'given', i, id], ref);
      const written = draft.written(ref, content);
      return written === null || written === '' ? [] : [[id, asPackValue(before?.[id], written, content)]];
    }));
  });
  const first = { list, row: 0, column: columns.some(({ id }) => id === 'weight') ? 'weight' : block.identifiedBy };
  draft.origin([...path, 'room'], first);
  draft.put([...path, 'given'], rows.length === 0 && block.given === undefined ? undefined : rows, first);
}
