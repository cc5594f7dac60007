import type { Book } from './book';
import type { CellMarks } from './engine/cells';
import { type Border, type BorderSide, type Borders, type Format, NO_BORDER, toFormat } from './engine/styles';
import { type Area, MAX_COLUMNS, MAX_ROWS, areasOfCells } from './grid';
import { hostError } from './hostError';
import { applyLook } from './writing';

export const STYLE_PARTS = ['Alignment', 'Border', 'Font', 'Number', 'Patterns', 'Protection'] as const;
export type StylePart = (typeof STYLE_PARTS)[number];

export const STYLE_BORDERS = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight', 'DiagonalDown', 'DiagonalUp'] as const satisfies readonly BorderSide[];

/** A named cell style. Cells that get it take over the parts it includes and leave the others as they are. */
export interface CellStyle {
  readonly name: string;
  readonly builtIn: boolean;
  readonly format: Required<Format>;
  readonly borders: Readonly<Record<BorderSide, Border>>;
  readonly locked: boolean;
  readonly formulaHidden: boolean;
  readonly indent: number;
  readonly includes: Readonly<Record<StylePart, boolean>>;
}

const NORMAL: CellStyle = {
  name: 'Normal', builtIn: true, format: toFormat({}), locked: true, formulaHidden: false, indent: 0,
  borders: { EdgeTop: NO_BORDER, EdgeBottom: NO_BORDER, EdgeLeft: NO_BORDER, EdgeRight: NO_BORDER, DiagonalDown: NO_BORDER, DiagonalUp: NO_BORDER },
  includes: { Alignment: true, Border: true, Font: true, Number: true, Patterns: true, Protection: true },
};

const FIELDS: Readonly<Record<'Alignment' | 'Font' | 'Number' | 'Patterns', readonly (keyof Format)[]>> = {
  Alignment: ['horizontalAlignment', 'verticalAlignment', 'wrapText', 'textOrientation'],
  Font: ['fontName', 'fontSize', 'fontColor', 'bold', 'italic', 'strikethrough', 'underline'],
  Number: ['numberFormat'],
  Patterns: ['fillColor'],
};

/** The workbook's cell styles: Normal, and those that were added. Of Excel's other built-in ones the workbench has none. */
export class CellStyles {
  readonly #styles = new Map<string, CellStyle>([[key(NORMAL.name), NORMAL]]);

  constructor(private readonly book: Book) {}

  list(): readonly CellStyle[] {
    return [...this.#styles.values()];
  }

  /** Names are compared without regard to case. */
  find(name: string): CellStyle | null {
    return this.#styles.get(key(name)) ?? null;
  }

  /** A new style looks like Normal and includes every part. */
  add(name: string): void {
    if (name.trim() === '' || name.length > 255) throw hostError('InvalidArgument');
    if (this.find(name)) throw hostError('ItemAlreadyExists');
    this.#styles.set(key(name), { ...NORMAL, name, builtIn: false });
  }

  /** Changes a style and with it every cell that has it. */
  change(name: string, part: Partial<Omit<CellStyle, 'name' | 'builtIn'>>): void {
    const style = { ...this.#require(name), ...part };
    this.#styles.set(key(name), style);
    for (const area of this.#areasWith(style.name)) this.#give(area, style);
  }

  /** Cells that had it become Normal. */
  remove(name: string): void {
    const style = this.#require(name);
    if (style.builtIn) throw hostError('InvalidArgument');
    const areas = this.#areasWith(style.name);
    this.#styles.delete(key(name));
    for (const area of areas) this.#give(area, NORMAL);
  }

  nameAt(sheetId: string, row: number, column: number): string {
    return this.book.engine.cells.look(sheetId, row, column).marks.style ?? NORMAL.name;
  }

  apply(area: Area, name: string): void {
    const style = this.find(name);
    if (!style) throw hostError('InvalidArgument');
    this.#give(area, style);
  }

  #give(area: Area, { name, format, borders, locked, formulaHidden, indent, includes }: CellStyle): void {
    const fields = (Object.keys(FIELDS) as (keyof typeof FIELDS)[]).flatMap((part) => (includes[part] ? FIELDS[part] : []));
    const marks: CellMarks = {
      style: name,
      ...(includes.Protection ? { locked, formulaHidden } : {}),
      ...(includes.Alignment ? { indent } : {}),
    };
    applyLook(this.book, area, {
      format: Object.fromEntries(fields.map((field) => [field, format[field]])) as Format,
      marks,
      ...(includes.Border ? { borders: (): Borders => borders } : {}),
    });
  }

  #require(name: string): CellStyle {
    const style = this.find(name);
    if (!style) throw hostError('ItemNotFound');
    return style;
  }

  #areasWith(name: string): Area[] {
    const { cells, sheets } = this.book.engine;
    return sheets.ids().flatMap((sheetId) => {
      const having = [...cells.stored({ sheetId, row: 0, column: 0, rows: MAX_ROWS, columns: MAX_COLUMNS })]
        .filter(([, , cell]) => cells.marks(cell).style === name);
      return areasOfCells(sheetId, having.map(([row, column]) => [row, column] as const));
    });
  }
}

function key(name: string): string {
  return name.toLowerCase();
}
