import { Workbook, type Cell, type Worksheet } from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { openXlsx } from '../../src/files/readXlsx';
import { writeXlsx } from '../../src/files/writeXlsx';
import { blockAddress, cellAddress } from '../../src/values/address';
import { cellText, isBlank, numberCell, sameCell } from '../../src/values/cell';
import { addressLists, blocksOf } from '../../src/workbook/areas';
import { difference } from '../../src/workbook/difference';
import type { Plan, PlannedCell, PlannedSheet } from '../../src/workbook/plan';
import { planWorkbook } from '../../src/workbook/planWorkbook';
import type { FoundSheet, Snapshot } from '../../src/workbook/snapshot';
import { bundledForm, sampleEntries } from '../cases/samplePack';
import { playExcel, value, type PlayedExcel } from '../excel/steps';

const form = bundledForm('quxian-2023');
const plan = planWorkbook(form, sampleEntries(form));
const store = { pack: JSON.stringify(form.pack), packHash: 'abc', layoutVersion: 1 };

let excel: PlayedExcel;
let inExcel: Snapshot;
let inFile: Snapshot;
let book: Workbook;
let parts: Readonly<Record<string, string>>;

interface WrittenFile {
  readonly found: Snapshot;
  readonly book: Workbook;
  /** XML of every part by its path. */
  readonly parts: Readonly<Record<string, string>>;
}

async function written(of: Plan): Promise<WrittenFile> {
  const bytes = await writeXlsx(of, store, { created: new Date('2024-01-05T08:00:00Z') });
  const read = new Workbook();
  await read.xlsx.load(bytes.buffer as ArrayBuffer);
  return { found: value(value(openXlsx(bytes, '自评.xlsx')).look(plan)), book: read, parts: Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)])) };
}

beforeAll(async () => {
  excel = await playExcel();
  const changes = difference(plan, value(await excel.port.look(plan))).changes;
  expect(value(await excel.port.write({ title: '生成套表', changes }, store, excel.run)).different).toEqual([]);
  inExcel = value(await excel.port.look(plan));
  ({ found: inFile, book, parts } = await written(plan));
}, 400_000);

function ours(snapshot: Snapshot): readonly FoundSheet[] {
  return snapshot.sheets.filter((sheet) => sheet.id !== null);
}

function fileSheet(name: string, from: Workbook = book): Worksheet {
  const sheet = from.getWorksheet(name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
}

test('the same sheets in the same order, seen or hidden, protected alike', () => {
  const frame = ({ id, name, visibility, protection, hasFilter }: FoundSheet): unknown => ({ id, name, visibility, protection, hasFilter });
  expect(ours(inFile).map(frame)).toEqual(ours(inExcel).map(frame));
  for (const sheet of plan.sheets) {
    const { allowFormatColumns, allowFormatRows, ...others } = excel.host.book.protection(sheet.name) ?? {};
    expect([allowFormatColumns, allowFormatRows, Object.values(others).filter((allowed) => allowed === true)]).toEqual([true, true, []]);
    expect(fileSheet(sheet.name)).toMatchObject({ sheetProtection: { sheet: true, objects: false, scenarios: false, formatColumns: true, formatRows: true } });
  }
});

interface Compared {
  readonly cells: number;
  readonly formulas: number;
  readonly differences: readonly string[];
}

/** Values and formulas of every cell of our sheets, blank ones too. */
function compareContents(found: Snapshot): Compared {
  let cells = 0, formulas = 0;
  const differences: string[] = [];
  for (const sheet of plan.sheets) {
    const [a, b] = [ours(inExcel), ours(found)].map((sheets) => sheets.find(({ id }) => id === sheet.id)?.region?.cells);
    for (let row = 0; row < sheet.rowCount; row += 1) {
      for (let column = 0; column < sheet.columnCount; column += 1) {
        const left = a?.[row]?.[column], right = b?.[row]?.[column];
        if (!left || !right) throw new Error(`${sheet.name}!${cellAddress(row, column)} was not read`);
        cells += 1;
        formulas += left.formula === null ? 0 : 1;
        if (!sameCell(left.value, right.value) || left.formula !== right.formula) {
          differences.push(`${sheet.name}!${cellAddress(row, column)}: Excel ${left.value.kind} ${cellText(left.value)} ${left.formula}, file ${right.value.kind} ${cellText(right.value)} ${right.formula}`);
        }
      }
    }
  }
  return { cells, formulas, differences };
}

/** Format, look, lock and validation of every planned cell. */
function compareLooks(from: Workbook): readonly string[] {
  return plan.sheets.flatMap((sheet) => {
    const target = fileSheet(sheet.name, from);
    return sheet.cells.flatMap(({ row, column }) => {
      const address = cellAddress(row, column);
      const left = excelFacts(sheet, address), right = fileFacts(target.getCell(address));
      return left === right ? [] : [`${sheet.name}!${address}\n Excel ${left}\n file  ${right}`];
    });
  });
}

test('every cell holds the same value and the same formula', () => {
  const { cells, formulas, differences } = compareContents(inFile);
  console.log(`文件与 Excel 版式：${plan.sheets.length} 张表，${cells} 个单元格（公式 ${formulas} 个），不一致 ${differences.length}`);
  expect(differences).toEqual([]);
  expect(formulas).toBe(plan.sheets.flatMap((sheet) => sheet.cells).filter((cell) => cell.formula !== undefined).length);
});

test('every cell looks the same, is locked alike and takes the same entries', () => {
  const differences = compareLooks(book);
  console.log(`文件与 Excel 版式：${plan.sheets.flatMap((sheet) => sheet.cells).length} 个单元格的格式、锁定与有效性，不一致 ${differences.length}`);
  expect(differences.slice(0, 10)).toEqual([]);
});

/** Names of the cell styles of a file's cells, by sheet part and address. */
function namedInFile(): (sheet: number, address: string) => string | undefined {
  const styles = parts['xl/styles.xml'] ?? '';
  const names = [...styles.matchAll(/<cellStyle name="([^"]+)" xfId="(\d+)"/g)];
  const linked = [...(/<cellXfs .*?<\/cellXfs>/s.exec(styles)?.[0] ?? '').matchAll(/ xfId="(\d+)"/g)].map(([, number]) => names.find((each) => each[2] === number)?.[1]);
  const cells = plan.sheets.map((_, index) => new Map([...(parts[`xl/worksheets/sheet${index + 1}.xml`] ?? '').matchAll(/<c r="([A-Z]+\d+)" s="(\d+)"/g)].map(([, address, number]) => [address, Number(number)])));
  return (sheet, address) => linked[cells[sheet]?.get(address) ?? -1];
}

test('every cell carries the cell style of the same name', async () => {
  const named = namedInFile();
  // Asked by areas: of cells with different styles Excel answers none.
  const answers = await excel.Excel.run(async (context) => {
    const asked = plan.sheets.flatMap((sheet, index) => {
      const groups = new Map<string, PlannedCell[]>();
      for (const cell of sheet.cells) {
        const name = named(index, cellAddress(cell.row, cell.column)) ?? '';
        groups.set(name, [...groups.get(name) ?? [], cell]);
      }
      return [...groups].flatMap(([name, cells]) => addressLists(blocksOf(cells)).map((addresses) => {
        const areas = context.workbook.worksheets.getItem(sheet.name).getRanges(addresses);
        areas.load('style');
        return { sheet: sheet.name, addresses, name, areas };
      }));
    });
    await context.sync();
    return asked.map(({ sheet, addresses, name, areas }) => ({ sheet, addresses, name, style: areas.style }));
  });
  expect(answers.length).toBeGreaterThan(plan.sheets.length);
  expect(answers.filter(({ name, style }) => name !== style)).toEqual([]);
});

test('a wrong value, formula, lock or format in the file would be found', async () => {
  const computed = plan.sheets.flatMap((sheet) => sheet.cells.filter((cell) => cell.formula !== undefined && cell.value.kind === 'number').map((cell) => ({ sheet: sheet.id, cell })));
  const spoil = (index: number, change: (cell: PlannedCell) => Partial<PlannedCell>): { readonly sheet: string; readonly cell: PlannedCell; readonly change: typeof change } => {
    const at = computed[index];
    if (!at) throw new Error(`no computed cell ${index}`);
    return { ...at, change };
  };
  const spoilt = [
    spoil(0, () => ({ value: numberCell('99.01') })), spoil(3, ({ formula }) => ({ formula: `${formula}+0` })),
    spoil(6, () => ({ locked: false })), spoil(9, () => ({ numberFormat: '0.000' })),
  ];
  const wrong: Plan = {
    ...plan,
    sheets: plan.sheets.map((sheet) => ({ ...sheet, cells: sheet.cells.map((cell) => ({ ...cell, ...spoilt.find((each) => each.cell === cell)?.change(cell) })) })),
  };
  const file = await written(wrong);
  expect(compareContents(file.found).differences).toHaveLength(2);
  expect(compareLooks(file.book)).toHaveLength(2);
});

const HORIZONTAL: Readonly<Record<string, string>> = { left: 'Left', center: 'Center', right: 'Right' };

function excelFacts(sheet: PlannedSheet, address: string): string {
  const { book: played } = excel.host;
  const format = played.format(sheet.name, address);
  const sides = (['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'] as const).map((side) => {
    const line = played.border(sheet.name, address, side);
    return line.style === 'None' ? '' : `${line.style} ${line.weight} ${line.color}`;
  });
  const validation = played.validation(sheet.name, address);
  const rule = validation?.rule;
  return facts({
    format: format.numberFormat, fill: format.fillColor, font: [format.fontName, format.fontSize, format.fontColor, format.bold], wrap: format.wrapText,
    align: [format.horizontalAlignment, format.verticalAlignment], sides, locked: played.locked(sheet.name, address),
    rule: !rule || rule.kind === 'none' ? null : rule.kind === 'list' ? rule.source : rule.kind === 'decimal' ? [rule.operator, Number(rule.formula1), Number(rule.formula2)] : rule,
    alert: validation && rule?.kind !== 'none' ? Object.values(validation.alert) : null,
  });
}

function fileFacts(cell: Cell): string {
  const { font, fill, alignment, border, protection, numFmt, dataValidation } = cell as Cell & { readonly style: object };
  const sides = [border?.top, border?.bottom, border?.left, border?.right].map((line) => (line ? `Continuous Thin ${rgb(line.color?.argb)}` : ''));
  const list = dataValidation?.type === 'list' ? String(dataValidation.formulae[0]) : null;
  return facts({
    format: numFmt ?? 'General', fill: fill?.type === 'pattern' && fill.pattern === 'solid' ? rgb(fill.fgColor?.argb) : null,
    font: [font?.name, font?.size, rgb(font?.color?.argb), font?.bold === true], wrap: alignment?.wrapText === true,
    align: [HORIZONTAL[alignment?.horizontal ?? ''] ?? 'General', alignment?.vertical === 'middle' ? 'Center' : 'Top'], sides, locked: protection?.locked !== false,
    rule: !dataValidation ? null : list !== null ? (list.startsWith('"') ? list.slice(1, -1) : `=${list}`) : [dataValidation.operator === 'between' ? 'Between' : '', ...dataValidation.formulae.map(Number)],
    alert: dataValidation ? [dataValidation.showErrorMessage === true, 'Stop', dataValidation.errorTitle ?? '', dataValidation.error ?? ''] : null,
  });
}

function facts(of: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(of, (_, each: unknown) => (typeof each === 'string' && /^#[0-9a-f]{6}$/i.test(each) ? each.toUpperCase() : each));
}

function rgb(argb: string | undefined): string | null {
  return argb === undefined ? null : `#${argb.slice(2)}`;
}

test('sheets are sized, frozen, merged and coloured alike', () => {
  for (const sheet of plan.sheets) {
    const { book: played } = excel.host;
    const target = fileSheet(sheet.name);
    for (const column of sheet.columns.keys()) {
      const { hidden, width = 0 } = target.columns[column] ?? {};
      expect([sheet.name, column, hidden]).toEqual([sheet.name, column, played.columnHidden(sheet.name, column + 1)]);
      // A digit of the font is 8 pixels wide, a pixel three quarters of a point.
      if (!hidden) expect(Math.abs(width * 6 - played.columnWidth(sheet.name, cellAddress(0, column)))).toBeLessThanOrEqual(0.75);
    }
    for (let row = 0; row < sheet.rowCount; row += 1) expect(Math.abs(target.getRow(row + 1).height - played.rowHeight(sheet.name, cellAddress(row, 0)))).toBeLessThanOrEqual(0.75);
    const { xSplit = 0, ySplit = 0, showGridLines } = target.views[0] as { xSplit?: number; ySplit?: number; showGridLines?: boolean };
    expect({ rows: ySplit, columns: xSplit }).toEqual(played.frozen(sheet.name));
    expect(showGridLines).toBe(played.gridlines(sheet.name));
    expect([...(target.model as unknown as { merges: string[] }).merges].sort()).toEqual(played.merges(sheet.name).sort());
    expect(fileConditionals(target)).toEqual(played.conditionalFormats(sheet.name).map(({ areas, formula, format }) =>
      [areas.map((area) => blockAddress({ row: area.row, column: area.column, rowCount: area.rows, columnCount: area.columns })).join(' '), formula.replace(/^=/, ''), format.fillColor, format.fontColor, format.bold ?? false].join(' | ')).sort());
  }
});

function fileConditionals(target: Worksheet): readonly string[] {
  const { conditionalFormattings } = target as unknown as { conditionalFormattings: { ref: string; rules: { formulae: string[]; style: { fill?: { bgColor: { argb: string } }; font?: { color: { argb: string }; bold?: boolean } } }[] }[] };
  return conditionalFormattings.flatMap(({ ref, rules }) => rules.map(({ formulae, style }) => [ref, formulae[0], style.fill && rgb(style.fill.bgColor.argb), style.font && rgb(style.font.color.argb), style.font?.bold ?? false].join(' | '))).sort();
}

test('pages are set up alike', () => {
  for (const [index, sheet] of plan.sheets.entries()) {
    const page = excel.host.book.page(sheet.name);
    const { pageSetup, headerFooter } = fileSheet(sheet.name);
    expect({
      landscape: page.values['Orientation'] === 'Landscape', wide: page.zoom.horizontalFitToPages, high: page.zoom.verticalFitToPages ?? 0, centred: page.values['CenterHorizontally'],
      footer: `&C${page.headersFooters.DefaultForAllPages.CenterFooter}`,
      margins: ['LeftMargin', 'RightMargin', 'TopMargin', 'BottomMargin', 'HeaderMargin', 'FooterMargin'].map((side) => Math.round(Number(page.values[side]))),
    }).toEqual({
      landscape: pageSetup.orientation === 'landscape', wide: pageSetup.fitToWidth, high: pageSetup.fitToHeight, centred: pageSetup.horizontalCentered,
      footer: headerFooter.oddFooter, margins: (['left', 'right', 'top', 'bottom', 'header', 'footer'] as const).map((side) => Math.round((pageSetup.margins?.[side] ?? 0) * 72)),
    });
    expect(pageSetup.paperSize).toBe(page.values['PaperSize'] === 'A3' ? 8 : page.values['PaperSize'] === 'A4' ? 9 : null);
    const [area] = page.printArea;
    expect([index, pageSetup.printArea]).toEqual([index, area && blockAddress({ row: area.row, column: area.column, rowCount: area.rows, columnCount: area.columns })]);
    expect(pageSetup.printTitlesRow).toBe(page.titleRows ? `${page.titleRows.row + 1}:${page.titleRows.row + page.titleRows.rows}` : undefined);
  }
});

test('the same names point to the same cells, and the store holds the same pack', () => {
  const named = (snapshot: Snapshot): readonly string[] => snapshot.names.map(({ name, reference, scope }) => `${scope ?? ''} ${name} ${reference.replaceAll("'", '')}`).sort();
  expect(named(inFile)).toEqual(named(inExcel));
  expect(named(inFile)).toHaveLength(plan.names.length);
  expect(inFile.store?.pack).toBe(inExcel.store?.pack);
  expect(inFile.store?.journal).toBe('[]');
  expect(ours(inFile).every((sheet) => sheet.region?.cells.flat().some((cell) => !isBlank(cell.value)))).toBe(true);
});
