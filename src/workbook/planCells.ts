import { labelOf, type CellRef, type Entries, type Evaluation } from '../evaluation/evaluate';
import type { BoundRule, Form } from '../evaluation/form';
import { cellLink } from '../evaluation/rules/cellLink';
import type { Parameters, RuleKind } from '../evaluation/rules/rule';
import { signatureLine } from '../evaluation/rules/signatureLine';
import { UNIT_MARK, unitLine } from '../evaluation/rules/unitLine';
import type { CellForm, Choices, Content, FieldForm, FieldsBlock, ListBlock, MatrixBlock, MatrixRow } from '../pack/pack';
import { absoluteBlock, quoteSheet } from '../values/address';
import { BLANK, textCell, type CellValue } from '../values/cell';
import { TOTAL_LABEL } from './findLabels';
import { fieldLabelColumns, gridOffsets, labelColumns, matrixColumns, orderedColumns, type Placement, type PlacedBlock, type SheetPlacement } from './placement';
import type { CellBlock, PlannedCell, PlannedValidation, Role } from './plan';
import { ROW_KEY_LABEL } from './readWorkbook';
import { formulaOf } from './references';
import type { SignaturePlace } from './signatureLine';

const NUMBER_FORMATS: Readonly<Record<Content, string>> = {
  amount: '#,##0.00', rate: '0.00%', score: '0.00', count: '0', number: 'General', text: '@', longText: '@', date: 'yyyy"年"m"月"d"日"', choice: '@',
};

/** 校验码 with its name; four parts, because `@` alone would make the cell a text cell. */
const CODE_FORMAT = 'General;General;General;"校验码："@';

export interface SheetCells {
  readonly cells: readonly PlannedCell[];
  readonly merges: readonly CellBlock[];
}

/** What every cell is made from. */
export interface CellSource {
  readonly form: Form;
  readonly placement: Placement;
  readonly evaluation: Evaluation;
  /** Given cells with a value here are locked; given cells without one stay open for typing. */
  readonly given: Entries;
  readonly tabName: (sheet: string) => string;
}

/** Every cell of a sheet, labels, entries and formulas with their values. */
export function planCells(source: CellSource, sheet: SheetPlacement): SheetCells {
  const writer = new CellWriter(source, sheet);
  writer.head();
  writer.signature();
  for (const placed of sheet.blocks) writer.block(placed);
  return { cells: writer.cells, merges: writer.merges };
}

class CellWriter {
  readonly cells: PlannedCell[] = [];
  readonly merges: CellBlock[] = [];

  private readonly form: Form;
  private readonly placement: Placement;
  private readonly evaluation: Evaluation;

  constructor(private readonly source: CellSource, private readonly sheet: SheetPlacement) {
    ({ form: this.form, placement: this.placement, evaluation: this.evaluation } = source);
  }

  head(): void {
    const { form: sheet, printColumns } = this.sheet;
    this.text(0, 0, 'title', sheet.title, printColumns);
    let row = 1;
    if (sheet.subtitle !== undefined) this.text(row++, 0, 'subtitle', sheet.subtitle.replaceAll('{year}', String(this.form.pack.year)), printColumns);
    if (!sheet.showsUnit) return;
    this.withUnit(this.sheet.headRows - 1, 0, 'unit', `单位：${UNIT_MARK}`, printColumns);
  }

  /** 签章栏: what was typed once in 基本情况, put together on the first form that is signed and shown on the others; and the 校验码. */
  signature(): void {
    const { signature } = this.sheet;
    if (!signature) return;
    const first = [...this.placement.sheets.values()].find((sheet) => sheet.signature !== null);
    signature.lines.forEach((parts, index) => {
      const fields = parts.map(({ field }) => field);
      const shown = { labels: parts.map(({ label, field }) => ({ label: `${label}：`, date: this.form.fields.get(field)?.form.content === 'date' })) };
      const original = first === this.sheet ? null
        : `${quoteSheet(this.source.tabName(first?.form.id ?? ''))}!${absoluteBlock({ row: (first?.signature?.row ?? 0) + index, column: 0, rowCount: 1, columnCount: 1 })}`;
      this.shown({ row: signature.row + index, column: 0, rowCount: 1, columnCount: signature.columnCount }, 'signature', signatureLine, fields, shown, original);
    });
    this.checkCode(signature);
  }

  private checkCode({ code, row, rowCount, columnCount }: SignaturePlace): void {
    const field = this.form.fields.get(code);
    if (!field) return;
    const at = row + rowCount - 1;
    this.cell(at, 0, 'signature', field.form, this.evaluation.value(code), code, field.rule, { alone: true }, true, CODE_FORMAT);
    this.merge(at, 0, 1, columnCount);
  }

  /** A locked cell without a name of its own that shows fields of another sheet in words; `original` is a cell that shows them already. */
  private shown({ row, column, rowCount, columnCount }: CellBlock, role: Role, kind: RuleKind, of: string | readonly string[], parameters: Parameters, original: string | null): void {
    const each = <T>(make: (id: string) => T): T | readonly T[] => (typeof of === 'string' ? make(of) : of.map(make));
    const rule: BoundRule = { kind, operands: { of: each((id) => ({ at: 'field', id })) }, parameters };
    this.cells.push({
      row, column, role, content: 'text', numberFormat: 'General', locked: true, value: kind.value({ of: each((id) => this.evaluation.value(id)) }, parameters),
      formula: original ?? formulaOf(rule, { sheet: this.sheet.form.id, alone: true }, this.placement, this.source.tabName),
    });
    this.merge(row, column, rowCount, columnCount);
  }

  block(placed: PlacedBlock): void {
    const { block, row, column, bodyRow } = placed;
    if ('heading' in block && block.heading !== undefined) this.text(row, column, 'heading', block.heading);
    switch (block.type) {
      case 'text': block.lines.forEach((line, index) => this.text(bodyRow + index, column, 'note', line, this.sheet.printColumns)); return;
      case 'fields': block.fields.forEach((field) => this.labelled(block, field)); return;
      case 'grid': this.grid(placed); return;
      case 'matrix': this.matrix(block, bodyRow, column); return;
      case 'list': this.list(block, column); return;
    }
  }

  private labelled(block: FieldsBlock, field: FieldForm): void {
    const spot = this.placement.fields.get(`${block.id}.${field.id}`);
    if (!spot) return;
    const helper = block.place === 'right';
    const columns = fieldLabelColumns(block, this.sheet.printColumns);
    this.text(spot.row, spot.column - columns, helper ? 'helperHeader' : 'label', field.label, columns);
    this.field(`${block.id}.${field.id}`, helper);
  }

  private grid({ block, bodyRow, column }: PlacedBlock): void {
    if (block.type !== 'grid') return;
    const offsets = gridOffsets(block);
    block.rows.forEach((row, r) => row.cells.forEach((cell, c) => {
      const at = column + (offsets[r]?.[c] ?? 0);
      if (cell.field) this.field(`${block.id}.${cell.field.id}`, false);
      else this.withUnit(bodyRow + r, at, 'header', cell.text ?? '', cell.span ?? 1, cell.down ?? 1);
    }));
  }

  private matrix(block: MatrixBlock, row: number, column: number): void {
    const labels = column + labelColumns(block) - 1;
    if (block.numbering !== undefined) this.text(row, column, 'header', block.numbering);
    this.text(row, labels, 'header', block.rowHeading);
    const columns = matrixColumns(block, column, this.sheet.printColumns);
    for (const { form, at, columnCount } of columns) this.text(row, at, form.helper ? 'helperHeader' : 'header', form.label, columnCount);
    block.rows.forEach((matrixRow, r) => {
      if (block.numbering !== undefined) this.text(row + 1 + r, column, 'label', String(r + 1));
      this.text(row + 1 + r, labels, labelRole(matrixRow), `${'　'.repeat(matrixRow.indent ?? 0)}${matrixRow.label}`);
      for (const { form, at, columnCount } of columns) {
        const id = `${block.id}.${matrixRow.id}.${form.id}`;
        if (this.placement.fields.has(id)) this.field(id, form.helper === true, matrixRow);
        else if (!form.helper) this.none(row + 1 + r, at, columnCount);
      }
    });
  }

  private list(block: ListBlock, column: number): void {
    const spot = this.placement.lists.get(block.id);
    const list = this.form.lists.get(block.id);
    if (!spot || !list) return;
    const columns = orderedColumns(block.columns);
    if (block.side !== undefined) this.text(spot.headerRow, column, 'header', block.side);
    for (const each of columns) {
      const at = spot.columns.get(each.id) ?? 0;
      this.text(spot.headerRow, at, each.helper || each.hidden ? 'helperHeader' : 'header', each.label);
      if (spot.totalsRow !== null) {
        const total = `${block.id}.total.${each.id}`;
        if (this.placement.fields.has(total)) this.field(total, each.helper === true, { id: 'total', label: TOTAL_LABEL, emphasis: 'total' });
        else if (!each.helper && !each.hidden) this.push(spot.totalsRow, at, 'totalLabel', 'text', textCell(each.id === block.identifiedBy ? TOTAL_LABEL : ''), 'General');
        this.push(spot.startRow, at, 'end', 'text', textCell(each.label), ';;;');
      }
      this.push(spot.endRow, at, 'end', 'text', BLANK, 'General');
    }
    if (!block.output) {
      this.text(spot.headerRow, spot.keyColumn, 'key', ROW_KEY_LABEL);
      if (spot.totalsRow !== null) this.text(spot.startRow, spot.keyColumn, 'key', ROW_KEY_LABEL);
    }
    for (let row = 0; row < block.room; row += 1) {
      if (block.side !== undefined) this.push(spot.firstRow + row, column, 'side', 'text', BLANK, 'General');
      for (const each of columns) {
        const rule = list.columns.get(each.id)?.rule ?? null;
        const ref: CellRef = { list: block.id, row, column: each.id };
        const given = each.entry === 'given' && this.source.given.lists.get(block.id)?.[row]?.cells.has(each.id) === true;
        const role: Role = rule ? (rule.kind === cellLink ? 'link' : each.helper ? 'helperComputed' : 'computed')
          : block.document && !each.hidden ? (each.helper ? 'output' : 'paragraph') : block.output && each.entry !== 'typed' ? 'output' : given ? 'given' : each.helper ? 'helperTyped' : 'typed';
        this.cell(spot.firstRow + row, spot.columns.get(each.id) ?? 0, role, each, this.evaluation.at(ref), `${block.id}[].${each.id}`, rule, {
          row: spot.firstRow + row, list: block.id,
        }, rule !== null || given);
      }
      if (!block.output) this.push(spot.firstRow + row, spot.keyColumn, 'key', 'text', textCell(this.evaluation.rowKey(block.id, row)), '@', false);
    }
  }

  private field(id: string, helper: boolean, matrixRow?: MatrixRow): void {
    const field = this.form.fields.get(id);
    const spot = this.placement.fields.get(id);
    if (!field || !spot) return;
    const emphasis = matrixRow?.emphasis;
    const given = field.form.entry === 'given' && this.source.given.fields.has(id);
    const role: Role = field.rule ? (helper ? 'helperComputed' : emphasis === 'total' ? 'total' : emphasis === 'subtotal' ? 'subtotal' : 'computed')
      : given ? 'given' : helper ? 'helperTyped' : 'typed';
    const alone = matrixRow === undefined || matrixRow.cells?.[id.split('.').at(-1) ?? '']?.rule !== undefined;
    this.cell(spot.row, spot.column, role, field.form, this.evaluation.value(id), id, field.rule, { alone }, field.rule !== null || given);
    this.merge(spot.row, spot.column, spot.rowCount, spot.columnCount);
  }

  private cell(row: number, column: number, role: Role, cell: CellForm, value: CellValue, field: string, rule: BoundRule | null, place: { row?: number; list?: string; alone?: boolean }, locked: boolean, numberFormat?: string): void {
    const textual = cell.content === 'text' || cell.content === 'longText' || cell.content === 'choice';
    const validation = rule || locked ? undefined : this.validation(cell, field);
    this.cells.push({
      row, column, role, content: cell.content, numberFormat: numberFormat ?? (rule && textual ? 'General' : NUMBER_FORMATS[cell.content]), locked, value, field,
      ...(rule ? { formula: formulaOf(rule, { sheet: this.sheet.form.id, row, column, ...place }, this.placement, this.source.tabName) } : {}),
      ...(validation ? { validation } : {}),
    });
  }

  private validation(cell: CellForm, field: string): PlannedValidation | undefined {
    if (cell.choices) return this.choices(cell.choices);
    if (cell.content === 'amount' || cell.content === 'rate' || cell.content === 'score' || cell.content === 'count' || cell.content === 'number') {
      const label = this.form.fields.get(field)?.label ?? labelOf(this.form, listRef(field)).replace(/^第\d+行·/, '');
      return {
        kind: 'number', minimum: cell.signed ? null : '0', title: label.slice(0, 32),
        message: `请填数字，不写单位${cell.signed ? '，减少填负数' : '，不能为负'}；没有请留空。`,
      };
    }
    return undefined;
  }

  private choices(choices: Choices): PlannedValidation {
    if ('list' in choices) return { kind: 'list', values: choices.list, strict: true };
    const [list = '', column = ''] = 'from' in choices ? choices.from.split('.') : [];
    const spot = this.placement.lists.get(list);
    const at = spot?.columns.get(column);
    if (!spot || at === undefined) throw new Error(`no list column ${JSON.stringify(choices)}`);
    const room = { row: spot.firstRow, column: at, rowCount: spot.endRow - spot.firstRow, columnCount: 1 };
    return { kind: 'listFrom', reference: `${quoteSheet(this.source.tabName(spot.sheet))}!${absoluteBlock(room)}`, strict: false };
  }

  private text(row: number, column: number, role: Role, text: string, columnCount = 1, rowCount = 1): void {
    this.push(row, column, role, 'text', textCell(text), 'General');
    this.merge(row, column, rowCount, columnCount);
  }

  /** A fixed text; one with `{unit}` shows the unit of amounts, where a pack offers a choice by formula. */
  private withUnit(row: number, column: number, role: Role, text: string, columnCount: number, rowCount = 1): void {
    const { unitChoice, unitOfAmounts } = this.form.pack;
    if (unitChoice === undefined || !text.includes(UNIT_MARK)) {
      this.text(row, column, role, text.replaceAll(UNIT_MARK, unitOfAmounts), columnCount, rowCount);
      return;
    }
    this.shown({ row, column, rowCount, columnCount }, role, unitLine, unitChoice, { text }, null);
  }

  private none(row: number, column: number, columnCount: number): void {
    this.push(row, column, 'none', 'text', BLANK, 'General');
    this.merge(row, column, 1, columnCount);
  }

  private push(row: number, column: number, role: Role, content: Content, value: CellValue, numberFormat: string, locked = true): void {
    this.cells.push({ row, column, role, content, numberFormat, locked, value });
  }

  private merge(row: number, column: number, rowCount: number, columnCount: number): void {
    if (rowCount > 1 || columnCount > 1) this.merges.push({ row, column, rowCount, columnCount });
  }
}

function labelRole(row: MatrixRow): Role {
  return row.emphasis === 'total' ? 'totalLabel' : row.emphasis === 'subtotal' ? 'subtotalLabel' : 'label';
}

function listRef(field: string): CellRef {
  const [list = '', column = ''] = field.split('[].');
  return { list, row: 0, column };
}
