import { cellRefOf, sheetOf, type CellRef } from '../evaluation/evaluate';
import type { BoundRule, ListForm, Operand } from '../evaluation/form';
import { isBlank } from '../values/cell';
import type { ReadingFault } from '../workbook/readWorkbook';
import { defineCheck, type Check, type Verdict } from './check';
import { isLost, itemOf, quoteOf, type CheckContext } from './context';
import { computedCells, refKey } from './overwritten';
import { words } from './texts';

const SOURCE = '模板完整性（表、单元格和公式不得增删改）';
const WHOLE_SHEET = '整张表';

type FaultOf<K extends ReadingFault['kind']> = Extract<ReadingFault, { readonly kind: K }>;

function faultsOf<K extends ReadingFault['kind']>(context: CheckContext, kind: K): readonly FaultOf<K>[] {
  return (context.reading?.faults ?? []).filter((fault): fault is FaultOf<K> => fault.kind === kind);
}

function sheetName(context: CheckContext, id: string): string {
  return context.form.sheets.get(id)?.name ?? id;
}

function bySheet<T extends { readonly sheet: string }>(faults: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const fault of faults) groups.set(fault.sheet, [...(groups.get(fault.sheet) ?? []), fault]);
  return groups;
}

/** “a”“b”“c”等n格. */
function someOf(names: readonly string[]): string {
  return `${names.slice(0, 4).map((name) => `“${name}”`).join('')}${names.length > 4 ? `等${names.length}格` : ''}`;
}

/** V20 a sheet of the pack is gone: nothing on it could be read. */
export const sheetLost = defineCheck({
  code: 'V20', title: '缺少表', source: SOURCE, level: 'error', parameters: {},
  run: (context) => faultsOf(context, 'sheetLost').map((fault): Verdict => {
    const sheet = sheetName(context, fault.sheet);
    return { outcome: 'found', level: 'error', refs: [], place: { sheet, item: WHOLE_SHEET }, words: words('V20', { sheet }), found: '无', expected: sheet };
  }),
});

/** V21 cells or lists of the pack are gone; one finding a sheet, since one deleted row takes many cells. */
export const cellsLost = defineCheck({
  code: 'V21', title: '缺少单元格', source: SOURCE, level: 'error', parameters: {},
  run: (context) => [...bySheet([...faultsOf(context, 'fieldLost'), ...faultsOf(context, 'listLost')])].map(([sheet, faults]): Verdict => {
    const names = faults.map((fault) => (fault.kind === 'listLost' ? context.form.lists.get(fault.list)?.name ?? fault.list : itemOf(context, { field: fault.field })));
    const refs = faults.flatMap((fault): CellRef[] => (fault.kind === 'fieldLost' ? [{ field: fault.field }] : []));
    return {
      outcome: 'found', level: 'error', refs, place: { sheet: sheetName(context, sheet), item: names[0] ?? '' },
      words: words('V21', { items: someOf(names) }), found: '无', expected: names.join('、').slice(0, 100),
    };
  }),
});

/** V22 a list column whose header is not found: columns deleted, swapped over, or headers overtyped. */
export const columnLost = defineCheck({
  code: 'V22', title: '表头与模板不一致', source: SOURCE, level: 'error', parameters: {},
  run: (context) => {
    const groups = new Map<string, FaultOf<'columnLost'>[]>();
    for (const fault of faultsOf(context, 'columnLost')) groups.set(fault.list, [...(groups.get(fault.list) ?? []), fault]);
    return [...groups].map(([id, faults]): Verdict => {
      const list = context.form.lists.get(id);
      const labels = faults.map((fault) => list?.columns.get(fault.column)?.label ?? fault.column);
      return {
        outcome: 'found', level: 'error', refs: [], place: { sheet: sheetName(context, faults[0]?.sheet ?? ''), item: list?.name ?? id },
        words: words('V22', { list: list?.name ?? id, columns: someOf(labels) }), found: '无', expected: labels.join('、'),
      };
    });
  },
});

/** V23 an input sheet is hidden: read as usual, never shown or hidden by us. */
export const sheetHidden = defineCheck({
  code: 'V23', title: '表已隐藏', source: SOURCE, level: 'warning', parameters: {},
  run: (context) => faultsOf(context, 'sheetHidden').map((fault): Verdict => ({
    outcome: 'found', level: 'warning', refs: [], place: { sheet: fault.name, item: WHOLE_SHEET },
    words: words('V23', { sheet: fault.name }), found: '隐藏', expected: '可见',
  })),
});

/** V24 a sheet was renamed: found by its defined name and read on. */
export const sheetRenamed = defineCheck({
  code: 'V24', title: '表已改名', source: SOURCE, level: 'hint', parameters: {},
  run: (context) => faultsOf(context, 'sheetRenamed').map((fault): Verdict => {
    const sheet = sheetName(context, fault.sheet);
    return { outcome: 'found', level: 'hint', refs: [], place: { sheet: fault.to, item: WHOLE_SHEET }, words: words('V24', { sheet, found: fault.to }), found: fault.to, expected: sheet };
  }),
});

/** V25 a copy of a sheet stands beside it: only the original is read. */
export const sheetCopied = defineCheck({
  code: 'V25', title: '表有副本', source: SOURCE, level: 'warning', parameters: {},
  run: (context) => faultsOf(context, 'sheetCopied').map((fault): Verdict => {
    const sheet = sheetName(context, fault.sheet);
    return { outcome: 'found', level: 'warning', refs: [], place: { sheet: fault.copy, item: WHOLE_SHEET }, words: words('V25', { sheet, found: fault.copy }), found: fault.copy, expected: sheet };
  }),
});

function addedRows(context: CheckContext, list: ListForm): readonly number[] {
  const beyond = faultsOf(context, 'rowsAdded').find((fault) => fault.list === list.id)?.rows ?? [];
  return [...new Set([...rowsWithoutFormulas(context, list), ...beyond])].sort((a, b) => a - b);
}

/** V26 rows inserted into a list, beyond its room or without its formulas. */
export const rowsAdded = defineCheck({
  code: 'V26', title: '清单中插入了行', source: SOURCE, level: 'warning', parameters: {},
  run: (context) => [...context.form.lists.values()].flatMap((list): Verdict[] => {
    const rows = addedRows(context, list);
    if (rows.length === 0) return [];
    const columns = [list.block.identifiedBy, ...[...list.columns.values()].flatMap((column) => (column.rule ? [column.id] : []))];
    return [{
      outcome: 'found', level: 'warning', refs: rows.flatMap((row) => columns.map((column) => ({ list: list.id, row, column }))),
      words: words('V26', { list: list.name, count: String(rows.length) }), found: `${rows.length}行`, expected: '原有的行',
    }];
  }),
});

/** Filled rows in which every computed cell is empty and has no formula, as a row has that was inserted. */
function rowsWithoutFormulas(context: CheckContext, list: ListForm): readonly number[] {
  const { reading } = context;
  const computed = [...list.columns.values()].filter((column) => column.rule).map((column) => column.id);
  if (!reading || list.block.output || computed.length === 0) return [];
  return context.evaluation.rows(list.id).filter((row) => computed.every((column) => {
    const shown = reading.shown({ list: list.id, row, column });
    return shown !== null && isBlank(shown) && reading.formula({ list: list.id, row, column }) === null;
  }));
}

/** V27 A17: formulas and labels that are not those of the template, while their values still agree; one finding a sheet. */
export const templateChanged = defineCheck({
  code: 'V27', title: '公式或标签与模板不一致', source: SOURCE, level: 'warning', parameters: {},
  run: (context) => {
    // A constant over a formula is told by V30 and V31, a cell that shows something else by V30.
    const told = new Set(differingCells(context).map(({ ref }) => context.reading?.locate(ref)).map((place) => `${place?.sheet}!${place?.address}`));
    // A label that was overtyped is told by what could not be found because of it.
    const lost = new Set([...faultsOf(context, 'fieldLost'), ...faultsOf(context, 'listLost'), ...faultsOf(context, 'columnLost')].map((fault) => sheetName(context, fault.sheet)));
    const changed = (context.reading?.template() ?? []).filter(({ kind, sheet, address, found }) =>
      ((kind === 'label' && !lost.has(sheet)) || (kind === 'formula' && (found === '' || found.startsWith('=')))) && !told.has(`${sheet}!${address}`));
    return [...bySheet(changed)].map(([sheet, faults]): Verdict => ({
      outcome: 'found', level: 'warning', refs: [], place: { sheet, item: `${faults.length}格` },
      words: words('V27', { count: String(faults.length), items: faults.slice(0, 4).map(({ address, found, expected }) => `${address}：${found === '' ? '空白' : found}，应为${expected}`).join('；') }),
      found: faults[0]?.found ?? '', expected: faults[0]?.expected ?? '',
    }));
  },
});

/** V28 A05: the protection of our sheets was taken away, so that formulas can be typed over. */
export const unprotected = defineCheck({
  code: 'V28', title: '表未保护', source: SOURCE, level: 'hint', parameters: {},
  run: (context) => {
    const sheets = (context.reading?.template() ?? []).flatMap(({ kind, sheet }) => (kind === 'protection' ? [sheet] : []));
    const [first] = sheets;
    if (first === undefined) return [];
    return [{
      outcome: 'found', level: 'hint', refs: [], place: { sheet: first, item: WHOLE_SHEET },
      words: words('V28', { sheets: someOf(sheets), count: String(sheets.length) }), found: '未保护', expected: '锁定公式和表头',
    }];
  },
});

/** V29 D11: the pack inside the workbook is not the one its hash was made of. */
export const packChanged = defineCheck({
  code: 'V29', title: '模板包被改动', source: SOURCE, level: 'warning', parameters: {},
  run: ({ packChanged: changed, form }) => (changed ? [{
    outcome: 'found', level: 'warning', refs: [], place: { sheet: '（隐藏的模板包）', item: '整本工作簿' },
    words: words('V29', { title: form.pack.title }), found: '内容与校验值不符', expected: '下发时的模板包',
  }] : []),
});

/** V30 the workbook shows another value than the rule gives: replaced, changed, or not recalculated. Reports the cells where it begins. */
export const cellDiffers = defineCheck({
  code: 'V30', title: '单元格与计算结果不一致', source: SOURCE, level: 'error', parameters: {},
  run: (context) => differingCells(context).filter(({ found, expected }) => found !== expected).map(({ ref, found, expected }): Verdict => {
    const constant = context.reading?.formula(ref) === null;
    return { outcome: 'found', level: 'error', refs: [ref], words: words(constant ? 'V30.constant' : 'V30', { found, expected }), found, expected };
  }),
});

/** V31 a formula replaced by a constant that reads right today; one finding a sheet. */
export const formulaReplaced = defineCheck({
  code: 'V31', title: '公式被改成固定值', source: SOURCE, level: 'hint', parameters: {},
  run: (context) => {
    const { reading } = context;
    if (!reading) return [];
    const differing = new Set(differingCells(context).filter(({ found, expected }) => found !== expected).map(({ ref }) => refKey(ref)));
    const replaced = computedCells(context.evaluation).flatMap(({ ref }) => {
      const shown = reading.shown(ref);
      return shown && !isBlank(shown) && reading.formula(ref) === null && !differing.has(refKey(ref)) ? [{ ref, sheet: sheetOf(context.form, ref) }] : [];
    });
    return [...bySheet(replaced).values()].map((cells): Verdict => {
      const items = cells.map(({ ref }) => itemOf(context, ref));
      return {
        outcome: 'found', level: 'hint', refs: cells.map(({ ref }) => ref),
        words: words('V31', { count: String(cells.length), items: someOf(items) }), found: '固定值', expected: '公式',
      };
    });
  },
});

/** V32 A07–A09: rows or columns inserted or deleted; where cells were lost because of it V21 and V22 tell, of rows in a list V26, unless people must help first. */
export const linesMoved = defineCheck({
  code: 'V32', title: '行列与模板不一致', source: SOURCE, level: 'warning', parameters: {},
  run: (context) => {
    const withRows = [...context.form.lists.values()].filter((list) => addedRows(context, list).length > 0);
    const told = new Set([...faultsOf(context, 'fieldLost'), ...faultsOf(context, 'listLost'), ...faultsOf(context, 'columnLost'), ...withRows].map(({ sheet }) => sheetName(context, sheet)));
    return (context.reading?.template() ?? []).flatMap(({ kind, sheet, found, expected, change, harmless }): Verdict[] => {
      if (kind !== 'lines' || harmless || (change !== null && told.has(sheet))) return [];
      return [{
        outcome: 'found', level: 'warning', refs: [], place: { sheet, item: WHOLE_SHEET },
        words: words(change === null ? 'V32.obstacle' : 'V32', { found, expected }), found, expected: change === null ? '与模板一致' : expected,
      }];
    });
  },
});

/** Overwritten cells as both sides read at the decimals shown; cells computed from lost ones have V20–V22 as their cause. */
function differingCells(context: CheckContext): readonly { readonly ref: CellRef; readonly found: string; readonly expected: string }[] {
  return [...context.overwritten.values()]
    .filter(({ ref }) => !restsOnLost(context, ref))
    .map(({ ref, shown }) => ({ ref, found: quoteOf(context, ref, shown), expected: quoteOf(context, ref, context.evaluation.at(ref)) }));
}

/** 未计算, or an error in the workbook, because a cell it needs is gone. */
function restsOnLost(context: CheckContext, ref: CellRef): boolean {
  const lost = (at: CellRef, rule: BoundRule | null): boolean =>
    Object.values(rule?.operands ?? {}).flat().some((operand: Operand): boolean => {
      if (operand.at === 'column') return isLost(context, { list: operand.list, row: 0, column: operand.column });
      const next = 'list' in at ? cellRefOf(operand, at.list, at.row) : cellRefOf(operand, null, 0);
      return next !== null && (isLost(context, next) || lost(next, ruleOf(context, next)));
    });
  return lost(ref, ruleOf(context, ref));
}

function ruleOf(context: CheckContext, ref: CellRef): BoundRule | null {
  return ('field' in ref ? context.form.fields.get(ref.field)?.rule : context.form.lists.get(ref.list)?.columns.get(ref.column)?.rule) ?? null;
}

export const workbookChecks: readonly Check[] = [
  sheetLost, cellsLost, columnLost, sheetHidden, sheetRenamed, sheetCopied, rowsAdded, templateChanged, unprotected, packChanged, cellDiffers, formulaReplaced, linesMoved,
];
