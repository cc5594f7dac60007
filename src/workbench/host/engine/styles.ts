import {
  BooleanNumber,
  BorderStyleTypes,
  HorizontalAlign,
  type IBorderData,
  type IBorderStyleData,
  type IStyleData,
  type Nullable,
  VerticalAlign,
  WrapStrategy,
} from '@univerjs/core';

/** Excel's format of a cell, in the words of Office.js. Missing fields mean: leave alone (write) or default (read). */
export interface Format {
  numberFormat?: string;
  fillColor?: string | null;
  fontName?: string;
  fontSize?: number;
  fontColor?: string;
  bold?: boolean;
  italic?: boolean;
  strikethrough?: boolean;
  underline?: 'None' | 'Single' | 'Double';
  horizontalAlignment?: string;
  verticalAlignment?: string;
  wrapText?: boolean;
  textOrientation?: number;
}

export type BorderSide = 'EdgeTop' | 'EdgeBottom' | 'EdgeLeft' | 'EdgeRight' | 'DiagonalDown' | 'DiagonalUp';

export interface Border {
  readonly style: string;
  readonly weight: string;
  readonly color: string;
}

export const NO_BORDER: Border = { style: 'None', weight: 'Thin', color: '#000000' };

const SIDES: Record<BorderSide, keyof IBorderData> = {
  EdgeTop: 't',
  EdgeBottom: 'b',
  EdgeLeft: 'l',
  EdgeRight: 'r',
  DiagonalDown: 'tl_br',
  DiagonalUp: 'bl_tr',
};

const HORIZONTAL: readonly (readonly [string, HorizontalAlign])[] = [
  ['General', HorizontalAlign.UNSPECIFIED],
  ['Left', HorizontalAlign.LEFT],
  ['Center', HorizontalAlign.CENTER],
  ['Right', HorizontalAlign.RIGHT],
  ['Justify', HorizontalAlign.JUSTIFIED],
  ['CenterAcrossSelection', HorizontalAlign.BOTH],
  ['Distributed', HorizontalAlign.DISTRIBUTED],
];

const VERTICAL: readonly (readonly [string, VerticalAlign])[] = [
  ['Bottom', VerticalAlign.BOTTOM],
  ['Center', VerticalAlign.MIDDLE],
  ['Top', VerticalAlign.TOP],
];

const LINES: readonly (readonly [style: string, weight: string, univer: BorderStyleTypes])[] = [
  ['Continuous', 'Thin', BorderStyleTypes.THIN],
  ['Continuous', 'Hairline', BorderStyleTypes.HAIR],
  ['Continuous', 'Medium', BorderStyleTypes.MEDIUM],
  ['Continuous', 'Thick', BorderStyleTypes.THICK],
  ['Dot', 'Thin', BorderStyleTypes.DOTTED],
  ['Dash', 'Thin', BorderStyleTypes.DASHED],
  ['Dash', 'Medium', BorderStyleTypes.MEDIUM_DASHED],
  ['DashDot', 'Thin', BorderStyleTypes.DASH_DOT],
  ['DashDot', 'Medium', BorderStyleTypes.MEDIUM_DASH_DOT],
  ['DashDotDot', 'Thin', BorderStyleTypes.DASH_DOT_DOT],
  ['DashDotDot', 'Medium', BorderStyleTypes.MEDIUM_DASH_DOT_DOT],
  ['SlantDashDot', 'Medium', BorderStyleTypes.SLANT_DASH_DOT],
  ['Double', 'Thick', BorderStyleTypes.DOUBLE],
];

export const HORIZONTAL_ALIGNMENTS = HORIZONTAL.map(([name]) => name);
export const VERTICAL_ALIGNMENTS = VERTICAL.map(([name]) => name);
export const BORDER_STYLES = ['None', ...new Set(LINES.map(([style]) => style))];

/** `#RRGGBB` in upper case, or null for a text that is no colour. Knows the names Excel's own samples use. */
export function normalColor(text: string): string | null {
  const names: Record<string, string> = {
    red: '#FF0000', green: '#008000', blue: '#0000FF', yellow: '#FFFF00', orange: '#FFA500', white: '#FFFFFF',
    black: '#000000', gray: '#808080', grey: '#808080', purple: '#800080', pink: '#FFC0CB', lightblue: '#ADD8E6',
    lightgreen: '#90EE90', lightgray: '#D3D3D3', lightyellow: '#FFFFE0', transparent: '#FFFFFF',
  };
  const named = names[text.toLowerCase()];
  if (named) return named;
  const hex = /^#?([0-9a-f]{6})$/i.exec(text);
  return hex ? `#${(hex[1] ?? '').toUpperCase()}` : null;
}

const color = (rgb: Nullable<string>): string | null => {
  if (!rgb) return null;
  const triple = /^rgba?\((\d+),\s*(\d+),\s*(\d+)/.exec(rgb);
  if (!triple) return normalColor(rgb);
  return `#${triple.slice(1, 4).map((part) => Number(part).toString(16).padStart(2, '0')).join('').toUpperCase()}`;
};

const flag = (value: boolean): BooleanNumber => (value ? BooleanNumber.TRUE : BooleanNumber.FALSE);

/** Univer's style for the given format fields. */
export function toStyle(format: Format): IStyleData {
  const style: IStyleData = {};
  if (format.numberFormat !== undefined) style.n = format.numberFormat === 'General' ? null : { pattern: format.numberFormat };
  if (format.fillColor !== undefined) style.bg = format.fillColor === null ? null : { rgb: format.fillColor };
  if (format.fontName !== undefined) style.ff = format.fontName;
  if (format.fontSize !== undefined) style.fs = format.fontSize;
  if (format.fontColor !== undefined) style.cl = { rgb: format.fontColor };
  if (format.bold !== undefined) style.bl = flag(format.bold);
  if (format.italic !== undefined) style.it = flag(format.italic);
  if (format.strikethrough !== undefined) style.st = { s: flag(format.strikethrough) };
  if (format.underline !== undefined) style.ul = { s: flag(format.underline !== 'None'), ...(format.underline === 'Double' ? { t: 10 } : {}) };
  if (format.horizontalAlignment !== undefined) {
    style.ht = HORIZONTAL.find(([name]) => name === format.horizontalAlignment)?.[1] ?? HorizontalAlign.UNSPECIFIED;
  }
  if (format.verticalAlignment !== undefined) {
    style.vt = VERTICAL.find(([name]) => name === format.verticalAlignment)?.[1] ?? VerticalAlign.BOTTOM;
  }
  if (format.wrapText !== undefined) style.tb = format.wrapText ? WrapStrategy.WRAP : WrapStrategy.OVERFLOW;
  if (format.textOrientation !== undefined) style.tr = { a: -format.textOrientation };
  return style;
}

/** The complete format a Univer style stands for, with Excel's defaults (宋体 11, black, bottom). */
export function toFormat(style: IStyleData): Required<Format> {
  const underlined = style.ul?.s === BooleanNumber.TRUE;
  return {
    numberFormat: style.n?.pattern || 'General',
    fillColor: color(style.bg?.rgb),
    fontName: style.ff ?? '宋体',
    fontSize: style.fs ?? 11,
    fontColor: color(style.cl?.rgb) ?? '#000000',
    bold: style.bl === BooleanNumber.TRUE,
    italic: style.it === BooleanNumber.TRUE,
    strikethrough: style.st?.s === BooleanNumber.TRUE,
    underline: underlined ? (style.ul?.t === 10 ? 'Double' : 'Single') : 'None',
    horizontalAlignment: HORIZONTAL.find(([, univer]) => univer === (style.ht ?? HorizontalAlign.UNSPECIFIED))?.[0] ?? 'General',
    verticalAlignment: VERTICAL.find(([, univer]) => univer === style.vt)?.[0] ?? 'Bottom',
    wrapText: style.tb === WrapStrategy.WRAP,
    textOrientation: style.tr?.a ? -style.tr.a : 0,
  };
}

export function toBorder(style: IStyleData, side: BorderSide): Border {
  const line = style.bd?.[SIDES[side]];
  if (!line || line.s === BorderStyleTypes.NONE) return NO_BORDER;
  const found = LINES.find(([, , univer]) => univer === line.s);
  return { style: found?.[0] ?? 'Continuous', weight: found?.[1] ?? 'Thin', color: color(line.cl.rgb) ?? '#000000' };
}

export type Borders = Partial<Record<BorderSide, Border>>;

export function borderStyles(borders: Borders): IStyleData {
  const lines: IBorderData = {};
  for (const [side, border] of Object.entries(borders) as [BorderSide, Border][]) {
    const exact = LINES.find(([style, weight]) => style === border.style && weight === border.weight);
    const nearest = exact ?? LINES.find(([style]) => style === border.style);
    const line: IBorderStyleData | null =
      border.style === 'None' ? null : { s: nearest?.[2] ?? BorderStyleTypes.THIN, cl: { rgb: border.color } };
    Object.assign(lines, { [SIDES[side]]: line });
  }
  return { bd: lines };
}
