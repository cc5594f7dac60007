import { BORDER_COLOR, FONT_NAME, includedParts, type NamedStyle } from '../workbook/looks';

const EDGES = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'] as const;

/**
 * Queues the cell styles a workbook has not yet. Cells then need only their names: of a table first the one with the lines, which is a
 * whole look, then for what is filled in, given or a sum another that includes only what differs. Styles that are there already stay as
 * people may have changed them.
 */
export function defineStyles(workbook: Excel.Workbook, styles: Iterable<NamedStyle>): void {
  for (const named of styles) {
    const { name, look, locked } = named;
    workbook.styles.add(name);
    const style = workbook.styles.getItem(name);
    const included = includedParts(named);
    if (!included.font) style.includeFont = false;
    else {
      style.font.name = FONT_NAME;
      style.font.size = look.size;
      style.font.color = look.color;
      if (look.bold) style.font.bold = true;
      if (look.underline) style.font.underline = 'Single';
    }
    if (!included.alignment) style.includeAlignment = false;
    else {
      style.verticalAlignment = look.vertical;
      if (look.horizontal !== 'General') style.horizontalAlignment = look.horizontal;
      if (look.wrap) style.wrapText = true;
    }
    if (look.fill !== null) style.fill.color = look.fill;
    if (!locked) style.locked = false;
    if (!included.border) style.includeBorder = false;
    // A line that gets a colour becomes a thin one.
    else if (look.border) for (const edge of EDGES) style.borders.getItem(edge).color = BORDER_COLOR;
  }
}
