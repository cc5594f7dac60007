import { BORDER_STYLES, type Border, type BorderSide, type Borders, NO_BORDER, normalColor } from '../engine/styles';
import type { Area } from '../grid';
import { hostError } from '../hostError';
import { applyLook } from '../writing';
import { integer, oneOf, text } from './arguments';
import { type HostObject, describe } from './hostObject';
import type { Json } from './json';
import { type FormatTarget, areasOf } from './rangeFormat';

const INDEXES = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight', 'InsideVertical', 'InsideHorizontal', 'DiagonalDown', 'DiagonalUp'];
const WEIGHTS = ['Hairline', 'Thin', 'Medium', 'Thick'];

/** What has borders: cells, or a cell style. */
export interface BorderOwner {
  /** Which borders there are. */
  readonly indexes: readonly string[];
  /** The border when it is the same all along; null when it is mixed. */
  read(index: string): Border | null;
  change(index: string, border: Border): void;
}

interface BorderTarget {
  readonly owner: BorderOwner;
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

function current(target: FormatTarget, index: string): Border | null {
  let found: Border | null = null;
  for (const area of areasOf(target)) {
    for (let row = area.row; row < area.row + Math.min(area.rows, 1_000); row++) {
      for (let column = area.column; column < area.column + Math.min(area.columns, 200); column++) {
        for (const side of sidesOf(index, area, row, column)) {
          const border = target.book.engine.cells.border(area.sheetId, row, column, side);
          if (found && (found.style !== border.style || found.weight !== border.weight || found.color !== border.color)) return null;
          found = border;
        }
      }
    }
  }
  return found ?? NO_BORDER;
}

function draw(target: FormatTarget, index: string, border: Border): void {
  for (const area of areasOf(target)) {
    target.book.protection.require(area.sheetId, 'allowFormatCells');
    applyLook(target.book, area, {
      borders: (row, column) => Object.fromEntries(sidesOf(index, area, row, column).map((side) => [side, border])) as Borders,
    });
  }
}

/** A line that was not there and gets a colour or a weight is drawn. */
function change({ owner, index }: BorderTarget, part: Partial<Border>): void {
  const old = owner.read(index) ?? NO_BORDER;
  const drawn = old.style === 'None' && part.style === undefined ? { ...old, style: 'Continuous' } : old;
  owner.change(index, { ...drawn, ...part });
}

const borderObject = describe<BorderTarget>({
  name: 'RangeBorder',
  identity: ({ index }) => ({ SideIndex: index }),
  get: {
    SideIndex: ({ index }) => index,
    Style: (target): Json => target.owner.read(target.index)?.style ?? null,
    Weight: (target): Json => target.owner.read(target.index)?.weight ?? null,
    Color: (target): Json => target.owner.read(target.index)?.color ?? null,
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

export const bordersObject = describe<BorderOwner>({
  name: 'RangeBorderCollection',
  get: { Count: ({ indexes }) => indexes.length },
  items: (owner) => owner.indexes.map((index) => borderObject({ owner, index })),
  call: {
    GetItem: (owner, index) => borderObject({ owner, index: oneOf(index, owner.indexes) }),
    GetItemAt: (owner, index) => {
      const name = owner.indexes[integer(index)];
      if (!name) throw hostError('InvalidArgument');
      return borderObject({ owner, index: name });
    },
  },
});

export const rangeBordersObject = (target: FormatTarget): HostObject =>
  bordersObject({ indexes: INDEXES, read: (index) => current(target, index), change: (index, border) => draw(target, index, border) });
