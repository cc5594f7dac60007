import type { PlannedConditional, Role } from './plan';

/** How a cell looks; everything Excel and files need, and nothing else. Colours are `#RRGGBB`, sizes points. */
export interface Look {
  /** Null leaves the paper white. */
  readonly fill: string | null;
  readonly color: string;
  readonly size: number;
  readonly bold: boolean;
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

const plain: Look = { fill: null, color: INK, size: FONT_SIZE, bold: false, horizontal: 'General', vertical: 'Center', wrap: false, border: false };
const boxed: Look = { ...plain, wrap: true, border: true };

/** Yellow is to be filled in, blue-grey is given by the bureau, white is computed, grey is ours and not printed. */
export const LOOKS: Readonly<Record<Role, Look>> = {
  title: { ...plain, size: 16, bold: true, horizontal: 'Center' },
  subtitle: { ...plain, horizontal: 'Center' },
  unit: { ...plain, size: 10, horizontal: 'Right' },
  heading: { ...plain, size: 12, bold: true, horizontal: 'Left' },
  note: { ...plain, size: 10, color: QUIET, horizontal: 'Left', wrap: true },
  signature: { ...plain, size: 10, horizontal: 'Left', wrap: true },
  header: { ...boxed, fill: '#D7EBE5', bold: true, horizontal: 'Center' },
  helperHeader: { ...boxed, fill: '#E4E7E8', color: QUIET, bold: true, horizontal: 'Center' },
  label: { ...boxed, horizontal: 'Left' },
  subtotalLabel: { ...boxed, fill: '#F1F7F5', bold: true, horizontal: 'Left' },
  totalLabel: { ...boxed, fill: '#E6F1EE', bold: true, horizontal: 'Left' },
  typed: { ...boxed, fill: '#FFF9DB' },
  given: { ...boxed, fill: '#EAF0F6' },
  computed: { ...boxed },
  subtotal: { ...boxed, fill: '#F1F7F5', bold: true },
  total: { ...boxed, fill: '#E6F1EE', bold: true },
  none: { ...boxed, fill: '#F4F5F5' },
  helperTyped: { ...boxed, fill: '#FFF9DB' },
  helperComputed: { ...boxed, fill: '#F4F5F5', color: QUIET },
  key: { ...plain, size: 9, color: QUIET },
  end: { ...plain, fill: '#E4E7E8', size: 9, color: QUIET, border: true },
  output: { ...boxed, vertical: 'Top' },
  paragraph: { ...plain, size: 12, horizontal: 'Left', vertical: 'Top', wrap: true },
};

/** What a conditional format changes when its formula is true. */
export interface ConditionalLook {
  readonly fill: string;
  readonly color: string;
  readonly bold?: boolean;
}

export const CONDITIONAL_LOOKS: Readonly<Record<PlannedConditional['look'], ConditionalLook>> = {
  hideRepeat: { fill: '#FFFFFF', color: '#FFFFFF' },
  missing: { fill: '#FFE699', color: INK },
  broken: { fill: '#F8D7DA', color: '#9C0006' },
  heading: { fill: '#FFFFFF', color: '#0F6B5C', bold: true },
};

/** Points of a column `characters` of 11 pt text wide; eight pixels a character and five of padding at 96 dpi. */
export function columnPoints(characters: number): number {
  return Math.round((characters * 8 + 5) * 0.75 * 4) / 4;
}

/** Width as files give it: in digits of the workbook's own font, padding included. */
export function columnCharacters(characters: number): number {
  return Math.trunc(((characters * 8 + 5) / 8) * 256) / 256;
}
