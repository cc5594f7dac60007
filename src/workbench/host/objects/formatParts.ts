import { type Format, normalColor } from '../engine/styles';
import { hostError } from '../hostError';
import { flag, number, oneOf, text } from './arguments';
import { type Argument, describe } from './hostObject';
import type { Json } from './json';

/** What has a font and a fill: cells, or a cell style. */
export interface FormatOwner {
  read(field: keyof Format): Json;
  change(format: Format): void;
}

function color(value: Argument): string {
  const found = normalColor(text(value));
  if (found === null) throw hostError('InvalidArgument');
  return found;
}

export const fillObject = describe<FormatOwner>({
  name: 'RangeFill',
  get: { Color: (owner) => owner.read('fillColor') },
  set: { Color: (owner, value) => owner.change({ fillColor: value === '' ? null : color(value) }) },
  call: { Clear: (owner) => owner.change({ fillColor: null }) },
});

export const fontObject = describe<FormatOwner>({
  name: 'RangeFont',
  get: {
    Name: (owner) => owner.read('fontName'),
    Size: (owner) => owner.read('fontSize'),
    Color: (owner) => owner.read('fontColor'),
    Bold: (owner) => owner.read('bold'),
    Italic: (owner) => owner.read('italic'),
    Strikethrough: (owner) => owner.read('strikethrough'),
    Underline: (owner) => owner.read('underline'),
  },
  set: {
    Name: (owner, value) => owner.change({ fontName: text(value) }),
    Size: (owner, value) => {
      if (number(value) < 1 || number(value) > 409) throw hostError('InvalidArgument');
      owner.change({ fontSize: number(value) });
    },
    Color: (owner, value) => owner.change({ fontColor: color(value) }),
    Bold: (owner, value) => owner.change({ bold: flag(value) }),
    Italic: (owner, value) => owner.change({ italic: flag(value) }),
    Strikethrough: (owner, value) => owner.change({ strikethrough: flag(value) }),
    Underline: (owner, value) => {
      const wanted = oneOf(value, ['None', 'Single', 'Double', 'SingleAccountant', 'DoubleAccountant']);
      owner.change({ underline: wanted === 'None' ? 'None' : wanted.startsWith('Double') ? 'Double' : 'Single' });
    },
  },
});
