import { BORDER_STYLES, type Border, type BorderSide, type Borders, NO_BORDER, normalColor } from '../engine/styles';
import type { Area } from '../grid';
import { hostError } from '../hostError';
import { applyLook } from '../writing';
import { integer, oneOf, text } from './arguments';
import { describe } from './hostObject';
import type { Json } from './json';
import { type FormatTarget, areasOf } from './rangeFormat';

const INDEXES = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight', 'InsideVertical', 'InsideHorizontal', 'DiagonalDown', 'DiagonalUp'];
const WEIGHTS = ['Hairline', 'Thin', 'Medium', 'Thick'];

interface BorderTarget extends FormatTarget {
  readonly index: string;
}

/** Which sides of which cell make up one border of a range; inside lines belong to two neighbours. */
function sidesOf(index: string, area: Area, row: number, column: number): BorderSide[] {
  const top = row === area.row;
  const bottom = row === area.row + area.rows - 1;
  const left = column === area.column;
  const right = column === area.column + area.columns - 1;
  switch (index) {
    case 'EdgeTop':
      return top ? ['EdgeTop'] : [];
    case 'EdgeBottom':
      return bottom ? ['EdgeBottom'] : [];
    case 'EdgeLeft':
      return left ? ['EdgeLeft'] : [];
    case 'EdgeRight':
      return right ? ['EdgeRight'] : [];
    case 'InsideHorizontal':
      return [...(top ? [] : ['EdgeTop' as const]), ...(bottom ? [] : ['EdgeBottom' as const])];
    case 'InsideVertical':
      return [...(left ? [] : ['EdgeLeft' as const]), ...(right ? [] : ['EdgeRight' as const])];
    default:
      return [index as BorderSide];
  }
}

/** The border when it is the same all along; null when it is mixed. */
function current(target: BorderTarget): Border | null {
  let found: Border | null = null;
  for (const area of areasOf(target)) {
    for (let row = area.row; row < area.row + Math.min(area.rows, 1_000); row++) {
      for (let column = area.column; column < area.column + Math.min(area.columns, 200); column++) {
        for (const side of sidesOf(target.index, area, row, column)) {
          const border = target.book.engine.cells.border(area.sheetId, row, column, side);
          if (found && (found.style !== border.style || found.weight !== border.weight || found.color !== border.color)) return null;
          found = border;
        }
      }
    }
  }
  return found ?? NO_BORDER;
}

function change(target: BorderTarget, part: Partial<Border>): void {
  const old = current(target) ?? NO_BORDER;
  const drawn = old.style === 'None' && part.style === undefined ? { ...old, style: 'Continuous' } : old;
  const border = { ...drawn, ...part };
  for (const area of areasOf(target)) {
    target.book.protection.require(area.sheetId, 'allowFormatCells');
    applyLook(target.book, area, {
      borders: (row, column) => Object.fromEntries(sidesOf(target.index, area, row, column).map((side) => [side, border])) as Borders,
    });
  }
}

const borderObject = describe<BorderTarget>({
  name: 'RangeBorder',
  identity: ({ index }) => ({ SideIndex: index }),
  get: {
    SideIndex: ({ index }) => index,
    Style: (target): Json => current(target)?.style ?? null,
    Weight: (target): Json => current(target)?.weight ?? null,
    Color: (target): Json => current(target)?.color ?? null,
  },
  set: {
    Style: (target, value) => change(target, { style: oneOf(value, BORDER_STYLES) }),
    Weight: (target, value) => change(target, { weight: oneOf(value, WEIGHTS) }),
    Color: (target, value) => {
      const color = normalColor(text(value));
      if (color === null) throw hostError('InvalidArgument');
      change(target, { color });
    },
  },
});

export const bordersObject = describe<FormatTarget>({
  name: 'RangeBorderCollection',
  get: { Count: () => INDEXES.length },
  items: (target) => INDEXES.map((index) => borderObject({ ...target, index })),
  call: {
    GetItem: (target, index) => borderObject({ ...target, index: oneOf(index, INDEXES) }),
    GetItemAt: (target, index) => {
      const name = INDEXES[integer(index)];
      if (!name) throw hostError('InvalidArgument');
      return borderObject({ ...target, index: name });
    },
  },
});
