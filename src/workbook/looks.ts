import type { PlannedConditional, Role } from './plan';

/** How a cell looks; everything Excel and files need, and nothing else. Colours are `#RRGGBB`, sizes points. */
export interface Look {
  /** Null leaves the paper white. */
  readonly fill: string | null;
  readonly color: string;
  readonly size: number;
  readonly bold: boolean;
  readonly underline: boolean;
  readonly horizontal: 'General' | 'Left' | 'Center' | 'Right';
  readonly vertical: 'Center' | 'Top';
  readonly wrap: boolean;
  readonly border: boolean;
}

/** One face for screen and print; Excel substitutes 宋体 where it is not installed. */
export const FONT_NAME = '等线';
export const FONT_SIZE = 11;
export const BORDER_COLOR = '#8C9A97';
/** Height in points of a row the plan says nothing about. */
export const ROW_HEIGHT = 18;

/** Colour of text. */
export const INK = '#1F2A2E';
const QUIET = '#6B7478';
/** What people know as a link. */
const LINK = '#0563C1';

const plain: Look = { fill: null, color: INK, size: FONT_SIZE, bold: false, underline: false, horizontal: 'General', vertical: 'Center', wrap: false, border: false };
const boxed: Look = { ...plain, wrap: true, border: true };

const typed: Look = { ...boxed, fill: '#FFF9DB' };
const subtotal: Look = { ...boxed, fill: '#F1F7F5', bold: true };
const total: Look = { ...boxed, fill: '#E6F1EE', bold: true };

/**
 * Yellow is to be filled in, blue-grey is given by the bureau, white is computed, grey is ours and not printed. Labels look like the
 * cells beside them: a text stands left of itself.
 */
export const LOOKS: Readonly<Record<Role, Look>> = {
  title: { ...plain, size: 16, bold: true, horizontal: 'Center' },
  subtitle: { ...plain, horizontal: 'Center' },
  unit: { ...plain, size: 10, horizontal: 'Right' },
  heading: { ...plain, size: 12, bold: true, horizontal: 'Left' },
  note: { ...plain, size: 10, color: QUIET, horizontal: 'Left', wrap: true },
  signature: { ...plain, size: 10, horizontal: 'Left', wrap: true },
  header: { ...boxed, fill: '#D7EBE5', bold: true, horizontal: 'Center' },
  helperHeader: { ...boxed, fill: '#E4E7E8', color: QUIET, bold: true, horizontal: 'Center' },
  label: boxed,
  subtotalLabel: subtotal,
  totalLabel: total,
  typed,
  given: { ...boxed, fill: '#EAF0F6' },
  computed: boxed,
  subtotal,
  total,
  none: { ...boxed, fill: '#F4F5F5' },
  // Beside the rows of a list, as one with the header above it: rows of a list take no merged cells.
  side: { ...plain, fill: '#D7EBE5' },
  helperTyped: typed,
  helperComputed: { ...boxed, fill: '#F4F5F5', color: QUIET },
  key: { ...plain, size: 9, color: QUIET },
  end: { ...plain, fill: '#E4E7E8', size: 9, color: QUIET, border: true },
  output: { ...boxed, vertical: 'Top' },
  link: { ...boxed, vertical: 'Top', color: LINK, underline: true },
  paragraph: { ...plain, size: 12, horizontal: 'Left', vertical: 'Top', wrap: true },
};

/** What people read in Excel's gallery of cell styles. Roles of one look share a name. */
const STYLE_TITLES: Readonly<Record<Role, string>> = {
  title: '标题', subtitle: '副标题', unit: '单位', heading: '小标题', note: '说明', signature: '签章', header: '表头', helperHeader: '辅助表头',
  label: '表格', subtotalLabel: '小计', totalLabel: '合计', typed: '填报', given: '给定', computed: '表格', subtotal: '小计', total: '合计',
  none: '不填', side: '侧栏', helperTyped: '填报', helperComputed: '辅助', key: '行键', end: '末行', output: '输出', link: '链接', paragraph: '正文',
};

const OPEN_ROLES: ReadonlySet<Role> = new Set<Role>(['typed', 'helperTyped', 'key', 'output', 'paragraph']);

/** How a cell looks and whether it is open, under the name that Excel shows. */
export interface NamedStyle {
  readonly name: string;
  readonly look: Look;
  readonly locked: boolean;
}

const STYLE_PREFIX = '绩效·';

/** The cell style of a planned cell. */
export function styleOf(role: Role, locked: boolean): NamedStyle {
  const known = STYLES[`${role} ${locked}`];
  if (!known) throw new Error(`no style for ${role}`);
  return known;
}

const STYLES: Readonly<Record<string, NamedStyle>> = Object.fromEntries((Object.keys(LOOKS) as Role[]).flatMap((role) => [true, false].map((locked) => {
  const mark = locked === !OPEN_ROLES.has(role) ? '' : locked ? '（锁定）' : '（可填）';
  return [`${role} ${locked}`, { name: `${STYLE_PREFIX}${STYLE_TITLES[role]}${mark}`, look: LOOKS[role], locked }];
})));

/** The style that draws lines; every other style with lines comes on top of it and tells only what differs. */
export const TABLE_STYLE: NamedStyle = styleOf('computed', true);

/** What a style sets beside fill and lock: one with lines comes on top of TABLE_STYLE and leaves alone what is the same there. */
export function includedParts({ name, look }: NamedStyle): { readonly font: boolean; readonly alignment: boolean; readonly border: boolean } {
  const table = look.border && name !== TABLE_STYLE.name ? TABLE_STYLE.look : null;
  return {
    font: look.size !== table?.size || look.color !== table.color || look.bold !== table.bold || look.underline !== table.underline,
    alignment: look.horizontal !== table?.horizontal || look.vertical !== table.vertical || look.wrap !== table.wrap,
    border: table === null,
  };
}

/** Whether a cell style of a workbook is one of ours. */
export function isOurStyle(name: string): boolean {
  return name.startsWith(STYLE_PREFIX);
}

/** What a conditional format changes when its formula is true; what is left out stays as the cell has it. */
export interface ConditionalLook {
  readonly fill?: string;
  readonly color?: string;
  readonly bold?: boolean;
}

export const CONDITIONAL_LOOKS: Readonly<Record<PlannedConditional['look'], ConditionalLook>> = {
  hideRepeat: { fill: '#FFFFFF', color: '#FFFFFF' },
  missing: { fill: '#FFE699' },
  broken: { fill: '#F8D7DA', color: '#9C0006' },
  heading: { color: '#0F6B5C', bold: true },
};

/** Points of a column `characters` of 11 pt text wide; eight pixels a character and five of padding at 96 dpi. */
export function columnPoints(characters: number): number {
  return Math.round((characters * 8 + 5) * 0.75 * 4) / 4;
}

/** Width as files give it: in digits of the workbook's own font, padding included. */
export function columnCharacters(characters: number): number {
  return Math.trunc(((characters * 8 + 5) / 8) * 256) / 256;
}
