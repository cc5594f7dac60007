import type { Book } from '../book';
import { type CellStyle, STYLE_BORDERS, STYLE_PARTS } from '../cellStyles';
import { HORIZONTAL_ALIGNMENTS, VERTICAL_ALIGNMENTS, type BorderSide, type Format } from '../engine/styles';
import { hostError } from '../hostError';
import { flag, integer, oneOf, text } from './arguments';
import { fillObject, fontObject } from './formatParts';
import { type Argument, type HostObject, NULL_OBJECT, describe } from './hostObject';
import { bordersObject } from './rangeBorders';

interface StyleTarget {
  readonly book: Book;
  readonly name: string;
}

function styleOf({ book, name }: StyleTarget): CellStyle {
  const style = book.styles.find(name);
  if (!style) throw hostError('ItemNotFound');
  return style;
}

function changeFormat(target: StyleTarget, format: Format): void {
  target.book.styles.change(target.name, { format: { ...styleOf(target).format, ...format } });
}

const parts = Object.fromEntries(STYLE_PARTS.map((part) => [`Include${part}`, part]));

export const styleObject: (target: StyleTarget) => HostObject = describe<StyleTarget>({
  name: 'Style',
  get: {
    Name: (target) => styleOf(target).name,
    BuiltIn: (target) => styleOf(target).builtIn,
    NumberFormat: (target) => styleOf(target).format.numberFormat,
    HorizontalAlignment: (target) => styleOf(target).format.horizontalAlignment,
    VerticalAlignment: (target) => styleOf(target).format.verticalAlignment,
    WrapText: (target) => styleOf(target).format.wrapText,
    TextOrientation: (target) => styleOf(target).format.textOrientation,
    IndentLevel: (target) => styleOf(target).indent,
    Locked: (target) => styleOf(target).locked,
    FormulaHidden: (target) => styleOf(target).formulaHidden,
    ...Object.fromEntries(Object.entries(parts).map(([member, part]) => [member, (target: StyleTarget) => styleOf(target).includes[part]])),
  },
  set: {
    NumberFormat: (target, value) => changeFormat(target, { numberFormat: text(value) }),
    HorizontalAlignment: (target, value) => changeFormat(target, { horizontalAlignment: oneOf(value, HORIZONTAL_ALIGNMENTS) }),
    VerticalAlignment: (target, value) => changeFormat(target, { verticalAlignment: oneOf(value, VERTICAL_ALIGNMENTS) }),
    WrapText: (target, value) => changeFormat(target, { wrapText: flag(value) }),
    TextOrientation: (target, value) => changeFormat(target, { textOrientation: integer(value) }),
    IndentLevel: (target, value) => {
      if (integer(value) < 0 || integer(value) > 250) throw hostError('InvalidArgument');
      target.book.styles.change(target.name, { indent: integer(value) });
    },
    Locked: (target, value) => target.book.styles.change(target.name, { locked: flag(value) }),
    FormulaHidden: (target, value) => target.book.styles.change(target.name, { formulaHidden: flag(value) }),
    ...Object.fromEntries(Object.entries(parts).map(([member, part]) => [member, (target: StyleTarget, value: Argument): void =>
      target.book.styles.change(target.name, { includes: { ...styleOf(target).includes, [part]: flag(value) } })])),
  },
  links: {
    Font: (target) => fontObject({ read: (field) => styleOf(target).format[field], change: (format) => changeFormat(target, format) }),
    Fill: (target) => fillObject({ read: (field) => styleOf(target).format[field] ?? '#FFFFFF', change: (format) => changeFormat(target, format) }),
    Borders: (target) => bordersObject({
      indexes: STYLE_BORDERS,
      read: (index) => styleOf(target).borders[index as BorderSide],
      change: (index, border) => target.book.styles.change(target.name, { borders: { ...styleOf(target).borders, [index]: border } }),
    }),
  },
  call: { Delete: ({ book, name }) => book.styles.remove(name) },
});

export const stylesObject = describe<{ readonly book: Book }>({
  name: 'StyleCollection',
  items: ({ book }) => book.styles.list().map(({ name }) => styleObject({ book, name })),
  call: {
    Add: ({ book }, name) => book.styles.add(text(name)),
    GetCount: ({ book }) => book.styles.list().length,
    GetItem: ({ book }, name) => {
      const found = book.styles.find(text(name));
      if (!found) throw hostError('ItemNotFound');
      return styleObject({ book, name: found.name });
    },
    GetItemOrNullObject: ({ book }, name) => {
      const found = book.styles.find(text(name));
      return found ? styleObject({ book, name: found.name }) : NULL_OBJECT;
    },
    GetItemAt: ({ book }, index) => {
      const found = book.styles.list()[integer(index)];
      if (!found) throw hostError('InvalidArgument');
      return styleObject({ book, name: found.name });
    },
  },
});
