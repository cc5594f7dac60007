import { fullAddress, namedArea } from '../addressing';
import type { AreaRef, Book } from '../book';
import type { DefinedName } from '../engine/names';
import { parseAddress } from '../grid';
import { hostError } from '../hostError';
import { flag, optionalText, text } from './arguments';
import { type Argument, type HostObject, NULL_OBJECT, describe, isHostObject } from './hostObject';
import type { Json } from './json';
import { rangeOf } from './range';
import { worksheetObject } from './worksheet';

interface NamesTarget {
  readonly book: Book;
  /** null: the names of the workbook. */
  readonly sheetId: string | null;
}

interface NameTarget {
  readonly book: Book;
  readonly id: string;
}

function nameOf({ book, id }: NameTarget): DefinedName {
  const name = book.engine.names.byId(id);
  if (!name) throw hostError('ItemNotFound');
  return name;
}

function requireName(name: string): string {
  const wellFormed = name.length <= 255 && /^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u.test(name);
  if (!wellFormed || parseAddress(name) || /^[RrCc]$/.test(name)) throw hostError('InvalidArgument');
  return name;
}

/** What a name is to refer to: a range, or a formula or constant as text. */
function reference(book: Book, value: Argument | undefined): string {
  if (isHostObject(value)) {
    const target = value.target as { book: Book; ref?: AreaRef };
    if (!target.ref) throw hostError('InvalidArgument');
    return fullAddress(book, target.book.where(target.ref), true);
  }
  if (typeof value === 'number') return String(value);
  const given = text(value);
  if (given === '' || given === '=') throw hostError('InvalidArgument');
  const formula = given.startsWith('=') ? given.slice(1) : `"${given.replaceAll('"', '""')}"`;
  const parsed = parseAddress(formula);
  if (!parsed) return formula;
  const sheetId = parsed.sheetName === null ? book.engine.sheets.active() : book.engine.sheets.find(parsed.sheetName);
  if (sheetId === null) throw hostError('InvalidArgument');
  return fullAddress(book, { sheetId, ...parsed.area }, true);
}

type NameValue = { readonly type: string; readonly value: Json };

function evaluate(book: Book, refersTo: string): NameValue {
  const area = namedArea(book, refersTo);
  if (area) return { type: 'Range', value: fullAddress(book, area, true) };
  if (refersTo.includes('#REF!')) return { type: 'Error', value: '#REF!' };
  const quoted = /^"((?:[^"]|"")*)"$/.exec(refersTo);
  if (quoted) return { type: 'String', value: (quoted[1] ?? '').replaceAll('""', '"') };
  const number = Number(refersTo);
  if (refersTo.trim() !== '' && Number.isFinite(number)) return { type: Number.isInteger(number) ? 'Integer' : 'Double', value: number };
  if (/^(TRUE|FALSE)$/i.test(refersTo)) return { type: 'Boolean', value: refersTo.toUpperCase() === 'TRUE' };
  return { type: 'String', value: `=${refersTo}` };
}

function rangeBehind(target: NameTarget): HostObject {
  const area = namedArea(target.book, nameOf(target).refersTo);
  return area ? rangeOf(target.book, area) : NULL_OBJECT;
}

const namedItemObject = describe<NameTarget>({
  name: 'NamedItem',
  identity: (target) => ({ _Id: nameOf(target).name }),
  get: {
    Name: (target) => nameOf(target).name,
    Formula: (target) => `=${nameOf(target).refersTo}`,
    Type: (target) => evaluate(target.book, nameOf(target).refersTo).type,
    Value: (target) => evaluate(target.book, nameOf(target).refersTo).value,
    Visible: (target) => nameOf(target).visible,
    Comment: (target) => nameOf(target).comment,
    Scope: (target) => (nameOf(target).sheetId === null ? 'Workbook' : 'Worksheet'),
  },
  set: {
    Formula: (target, value) => target.book.engine.names.change({ ...nameOf(target), refersTo: reference(target.book, value) }),
    Visible: (target, value) => target.book.engine.names.change({ ...nameOf(target), visible: flag(value) }),
    Comment: (target, value) => target.book.engine.names.change({ ...nameOf(target), comment: text(value) }),
  },
  links: {
    Worksheet: (target) => {
      const { sheetId } = nameOf(target);
      if (sheetId === null) throw hostError('ItemNotFound');
      return worksheetObject({ book: target.book, sheetId });
    },
    WorksheetOrNullObject: (target) => {
      const { sheetId } = nameOf(target);
      return sheetId === null ? NULL_OBJECT : worksheetObject({ book: target.book, sheetId });
    },
  },
  call: {
    Delete: (target) => target.book.engine.names.remove(nameOf(target)),
    GetRange: (target) => {
      const found = rangeBehind(target);
      if (found.isNull) throw hostError('InvalidReference');
      return found;
    },
    GetRangeOrNullObject: rangeBehind,
  },
});

function find({ book, sheetId }: NamesTarget, name: Argument | undefined): HostObject {
  const found = book.engine.names.find(sheetId, text(name));
  return found ? namedItemObject({ book, id: found.id }) : NULL_OBJECT;
}

function add({ book, sheetId }: NamesTarget, name: Argument | undefined, value: Argument | undefined, comment: Argument | undefined): HostObject {
  const wanted = requireName(text(name));
  if (book.engine.names.find(sheetId, wanted)) throw hostError('ItemAlreadyExists');
  const added = book.engine.names.add({
    name: wanted,
    refersTo: reference(book, value),
    comment: optionalText(comment),
    visible: true,
    sheetId,
  });
  return namedItemObject({ book, id: added.id });
}

export const namesObject: (target: NamesTarget) => HostObject = describe<NamesTarget>({
  name: 'NamedItemCollection',
  items: ({ book, sheetId }) => book.engine.names.list(sheetId).map(({ id }) => namedItemObject({ book, id })),
  call: {
    Add: add,
    AddFormulaLocal: add,
    GetCount: ({ book, sheetId }) => book.engine.names.list(sheetId).length,
    GetItem: (target, name) => {
      const found = find(target, name);
      if (found.isNull) throw hostError('ItemNotFound');
      return found;
    },
    GetItemOrNullObject: find,
  },
});
