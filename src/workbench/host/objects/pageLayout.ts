import { resolveAddress } from '../addressing';
import type { AreaRef } from '../book';
import { type Area, isEntireColumn, isEntireRow } from '../grid';
import { hostError } from '../hostError';
import type { HeaderFooter, HeaderFooterPages, PageSetup } from '../pageSetup';
import { flag, number, object, oneOf, text } from './arguments';
import { type Argument, type HostObject, NULL_OBJECT, describe, isHostObject } from './hostObject';
import type { Json } from './json';
import { rangeOf } from './range';
import { rangeAreasOf, resolveAreas } from './rangeAreas';
import type { SheetTarget } from './worksheet';

const page = ({ book, sheetId }: SheetTarget): PageSetup => book.page(sheetId);

const WORDS: Record<string, readonly string[]> = {
  Orientation: ['Portrait', 'Landscape'],
  PaperSize: ['Letter', 'Legal', 'A3', 'A4', 'A5', 'B4', 'B5'],
  PrintErrors: ['AsDisplayed', 'Blank', 'Dash', 'NotAvailable'],
  PrintComments: ['NoComments', 'EndSheet', 'InPlace'],
  PrintOrder: ['DownThenOver', 'OverThenDown'],
};

const FLAGS = ['BlackAndWhite', 'CenterHorizontally', 'CenterVertically', 'PrintHeadings', 'PrintGridlines', 'DraftMode'];
const MARGINS = ['LeftMargin', 'RightMargin', 'TopMargin', 'BottomMargin', 'HeaderMargin', 'FooterMargin'];
const POINTS: Record<string, number> = { Points: 1, Inches: 72, Centimeters: 72 / 2.54 };

function margin(value: Argument | undefined, unit = 1): number {
  if (number(value) < 0) throw hostError('InvalidArgument');
  return number(value) * unit;
}

const setters: Record<string, (target: SheetTarget, value: Argument) => void> = {};
for (const [name, words] of Object.entries(WORDS)) {
  setters[name] = (target, value) => {
    page(target).values[name] = oneOf(value, words);
  };
}
for (const name of FLAGS) {
  setters[name] = (target, value) => {
    page(target).values[name] = flag(value);
  };
}
for (const name of MARGINS) {
  setters[name] = (target, value) => {
    page(target).values[name] = margin(value);
  };
}

const valueNames = [...Object.keys(WORDS), ...FLAGS, ...MARGINS, 'FirstPageNumber'];

function setZoom(target: SheetTarget, value: Argument): void {
  const given = object(value);
  const part = (key: 'scale' | 'horizontalFitToPages' | 'verticalFitToPages', low: number, high: number): Record<string, number> => {
    if (given[key] === undefined || given[key] === null) return {};
    const size = number(given[key]);
    if (!Number.isInteger(size) || size < low || size > high) throw hostError('InvalidArgument');
    return { [key]: size };
  };
  const zoom = { ...part('scale', 10, 400), ...part('horizontalFitToPages', 0, 32_767), ...part('verticalFitToPages', 0, 32_767) };
  if (zoom['scale'] !== undefined && Object.keys(zoom).length > 1) throw hostError('InvalidArgument');
  page(target).zoom = zoom;
}

/** Areas an address or a Range or RangeAreas object means. */
function areas({ book, sheetId }: SheetTarget, value: Argument | undefined): Area[] {
  if (!isHostObject(value)) return resolveAreas(book, sheetId, text(value));
  const { ref, refs } = value.target as { ref?: AreaRef; refs?: readonly AreaRef[] };
  const found = refs ?? (ref ? [ref] : []);
  if (found.length === 0) throw hostError('InvalidArgument');
  return found.map((one) => book.where(one));
}

function titles(target: SheetTarget, value: Argument | undefined, entire: (area: Area) => boolean): Area {
  const area = isHostObject(value) ? areas(target, value)[0] : resolveAddress(target.book, target.sheetId, text(value));
  if (!area || !entire(area)) throw hostError('InvalidArgument');
  return area;
}

const orNull = (target: SheetTarget, area: Area | null): HostObject => (area ? rangeOf(target.book, area) : NULL_OBJECT);

function required(found: HostObject): HostObject {
  if (found.isNull) throw hostError('ItemNotFound');
  return found;
}

const printArea = (target: SheetTarget): HostObject =>
  page(target).printArea.length > 0 ? rangeAreasOf(target.book, page(target).printArea) : NULL_OBJECT;

interface HeaderTarget extends SheetTarget {
  readonly pages: HeaderFooterPages;
}

const PLACES: readonly (keyof HeaderFooter)[] = ['LeftHeader', 'CenterHeader', 'RightHeader', 'LeftFooter', 'CenterFooter', 'RightFooter'];

const headerFooterObject = describe<HeaderTarget>({
  name: 'HeaderFooter',
  get: Object.fromEntries(PLACES.map((place) => [place, (target: HeaderTarget) => page(target).headersFooters[target.pages][place]])),
  set: Object.fromEntries(
    PLACES.map((place) => [
      place,
      (target: HeaderTarget, value: Argument) => {
        if (text(value).length > 255) throw hostError('InvalidArgument');
        page(target).headersFooters[target.pages][place] = text(value);
      },
    ]),
  ),
});

const headersFootersObject = describe<SheetTarget>({
  name: 'HeaderFooterGroup',
  get: { State: (target) => page(target).headerFooterState },
  set: {
    State: (target, value) => {
      page(target).headerFooterState = oneOf(value, ['Default', 'FirstAndDefault', 'OddAndEven', 'FirstOddAndEven']);
    },
  },
  links: {
    DefaultForAllPages: (target) => headerFooterObject({ ...target, pages: 'DefaultForAllPages' }),
    EvenPages: (target) => headerFooterObject({ ...target, pages: 'EvenPages' }),
    FirstPage: (target) => headerFooterObject({ ...target, pages: 'FirstPage' }),
    OddPages: (target) => headerFooterObject({ ...target, pages: 'OddPages' }),
  },
});

export const pageLayoutObject = describe<SheetTarget>({
  name: 'PageLayout',
  get: {
    ...Object.fromEntries(valueNames.map((name) => [name, (target: SheetTarget): Json => page(target).values[name] ?? null])),
    Zoom: (target) => ({ ...page(target).zoom }),
  },
  set: {
    ...setters,
    FirstPageNumber: (target, value) => {
      page(target).values['FirstPageNumber'] = value === '' ? '' : number(value);
    },
    Zoom: setZoom,
  },
  links: { HeadersFooters: (target) => headersFootersObject(target) },
  call: {
    SetPrintArea: (target, value) => {
      page(target).printArea = areas(target, value);
    },
    GetPrintArea: (target) => required(printArea(target)),
    GetPrintAreaOrNullObject: printArea,
    SetPrintTitleRows: (target, value) => {
      page(target).titleRows = titles(target, value, isEntireRow);
    },
    GetPrintTitleRows: (target) => required(orNull(target, page(target).titleRows)),
    GetPrintTitleRowsOrNullObject: (target) => orNull(target, page(target).titleRows),
    SetPrintTitleColumns: (target, value) => {
      page(target).titleColumns = titles(target, value, isEntireColumn);
    },
    GetPrintTitleColumns: (target) => required(orNull(target, page(target).titleColumns)),
    GetPrintTitleColumnsOrNullObject: (target) => orNull(target, page(target).titleColumns),
    SetPrintMargins: (target, unit, options) => {
      const factor = POINTS[oneOf(unit, Object.keys(POINTS))] ?? 1;
      for (const [key, value] of Object.entries(object(options))) {
        if (value === undefined || value === null) continue;
        const name = `${key.charAt(0).toUpperCase()}${key.slice(1)}Margin`;
        if (!MARGINS.includes(name)) throw hostError('InvalidArgument');
        page(target).values[name] = margin(value, factor);
      }
    },
  },
});
