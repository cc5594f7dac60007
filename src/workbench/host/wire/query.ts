import type { HostObject } from '../objects/hostObject';
import type { Json, JsonObject } from '../objects/json';
import { pascal } from '../objects/update';
import type { QueryInfo } from './protocol';

type Selection = Map<string, Selection>;

const list = (value: readonly string[] | string | undefined): string[] =>
  (typeof value === 'string' ? value.split(',') : [...(value ?? [])]).map((part) => part.trim());

/** The tree of members a query names: `format/fill/color`, `items/name`, `*`. */
function selectionOf({ Select, Expand }: QueryInfo): Selection {
  const root: Selection = new Map();
  const paths = [...list(Select), ...list(Expand)];
  for (const path of paths) {
    let branch = root;
    for (const part of path.split(/[/.]/).filter((step) => step !== '')) {
      const name = part === '*' || part === '$all' ? '*' : pascal(part);
      if (name === '$none') break;
      const next = branch.get(name) ?? new Map<string, Selection>();
      branch.set(name, next);
      branch = next;
    }
  }
  if (paths.every((path) => path === '')) root.set('*', new Map());
  return root;
}

const orEverything = (selection: Selection): Selection => (selection.size > 0 ? selection : new Map([['*', new Map()]]));

/** Everything loaded at once leaves out what costs much and what does not apply to this object. */
function everything(object: HostObject): JsonObject {
  return Object.fromEntries(object.scalars.map((name) => [name, object.get(name)]));
}

function readMembers(object: HostObject, selection: Selection, extra: (target: HostObject) => JsonObject): Json {
  if (object.isNull) return null;
  let values: JsonObject = extra(object);
  for (const [name, below] of selection) {
    if (name === '*') values = { ...values, ...everything(object) };
    else if (object.isLink(name)) values = { ...values, [name]: read(object.follow(name), orEverything(below), {}, extra) };
    else if (name in values && name.startsWith('_')) continue;
    else values = { ...values, [name]: object.get(name) };
  }
  return values;
}

function read(object: HostObject, selection: Selection, page: QueryInfo, extra: (target: HostObject) => JsonObject): Json {
  if (object.isNull) return null;
  const items = object.items();
  if (!items) return readMembers(object, selection, extra);
  const own = new Map([...selection].filter(([name]) => name !== 'Items' && object.scalars.includes(name)));
  const ofItems = new Map([...selection].filter(([name]) => name !== 'Items' && !own.has(name)));
  for (const [name, below] of selection.get('Items') ?? []) ofItems.set(name, below);
  if (ofItems.size === 0 && (selection.has('Items') || selection.has('*'))) ofItems.set('*', new Map());
  const from = page.Skip ?? 0;
  const shown = items.slice(from, page.Top === undefined ? undefined : from + page.Top);
  const values = readMembers(object, own, extra) as JsonObject;
  return { ...values, _Items: shown.map((item) => readMembers(item, ofItems, extra)) };
}

/** The answer to a query action; null for a null object. `extra` adds the fields that identify an object. */
export function query(object: HostObject, info: QueryInfo, extra: (target: HostObject) => JsonObject): Json {
  return read(object, selectionOf(info), info, extra);
}

/** The same answer with camelCase names, as `retrieve` wants it. */
export function camelCased(value: Json): Json {
  if (Array.isArray(value)) return value.map((entry: Json) => camelCased(entry));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value as JsonObject).map(([key, entry]) => [
      key === '_Items' ? 'items' : key.charAt(0).toLowerCase() + key.slice(1),
      camelCased(entry ?? null),
    ]),
  );
}
