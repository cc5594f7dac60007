import type { Borders, ConditionalFormattingRule, Font, Style } from 'exceljs';
import { BORDER_COLOR, CONDITIONAL_LOOKS, FONT_NAME, LOOKS, type Look } from '../workbook/looks';
import type { PlannedCell, PlannedConditional } from '../workbook/plan';
import { formatOf } from '../workbook/sheetSettings';

/** Windows' number for simplified Chinese: where the font is missing, a Chinese one is taken instead. */
export const CHINESE_CHARSET = 134;

/** Styles of planned cells as the file library wants them; equal cells share one object, by which the library knows them again. */
export class CellStyles {
  private readonly styles = new Map<string, Partial<Style>>();

  of(cell: PlannedCell): Partial<Style> {
    const format = formatOf(cell);
    const key = `${cell.role} ${cell.locked} ${format}`;
    const style = this.styles.get(key) ?? styleOf(LOOKS[cell.role], format, cell.locked);
    this.styles.set(key, style);
    return style;
  }
}

function styleOf(look: Look, format: string, locked: boolean): Partial<Style> {
  return {
    font: fontOf(look),
    alignment: {
      vertical: look.vertical === 'Center' ? 'middle' : 'top',
      ...(look.wrap ? { wrapText: true } : {}),
      ...(look.horizontal === 'General' ? {} : { horizontal: HORIZONTAL[look.horizontal] }),
    },
    ...(look.fill === null ? {} : { fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: argb(look.fill) } } as const }),
    ...(look.border ? { border: THIN_BOX } : {}),
    ...(locked ? {} : { protection: { locked: false } }),
    ...(format === 'General' ? {} : { numFmt: format }),
  };
}

const HORIZONTAL = { Left: 'left', Center: 'center', Right: 'right' } as const;

const line = { style: 'thin', color: { argb: argb(BORDER_COLOR) } } as const;
const THIN_BOX: Partial<Borders> = { top: line, bottom: line, left: line, right: line };

function fontOf({ color, size, bold, underline }: Look): Partial<Font> {
  return { name: FONT_NAME, family: 2, charset: CHINESE_CHARSET, size, color: { argb: argb(color) }, ...(bold ? { bold } : {}), ...(underline ? { underline } : {}) };
}

/** The rule of a conditional format; `priority` counts from 1 within a sheet, the first one wins. */
export function conditionalRule({ formula, look }: Pick<PlannedConditional, 'formula' | 'look'>, priority: number): ConditionalFormattingRule {
  const { fill, color, bold } = CONDITIONAL_LOOKS[look];
  return {
    type: 'expression', priority, formulae: [formula],
    // Other than in cells, the colour of a conditional fill is its background.
    style: {
      ...(fill === undefined ? {} : { fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: argb(fill) } } }),
      ...(color === undefined ? {} : { font: { color: { argb: argb(color) }, ...(bold ? { bold } : {}) } }),
    },
  };
}

function argb(colour: string): string {
  return `FF${colour.slice(1)}`;
}
