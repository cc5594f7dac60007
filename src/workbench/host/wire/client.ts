import type { AreaRef, Book } from '../book';
import { EVENT_TYPES, type HostEvent } from '../events';
import { parseAddress } from '../grid';
import { hostError } from '../hostError';
import { type Argument, type HostObject, NULL_OBJECT, type Result } from '../objects/hostObject';
import { rangeOf } from '../objects/range';
import { resolveAreas, rangeAreasOf } from '../objects/rangeAreas';
import type { SheetTarget } from '../objects/worksheet';
import type { ClientState } from './batch';
import { MESSAGE, RICH_API_EVENT } from './protocol';

const COLLECTION = 'Workbook';

/** The areas an object of the host stands on. */
function refsOf(object: HostObject): readonly AreaRef[] {
  const target = object.target as { ref?: AreaRef; refs?: readonly AreaRef[] } | null;
  return target?.refs ?? (target?.ref ? [target.ref] : []);
}

/** One connected add-in: the ranges it keeps, and the events it listens to. */
export class Client implements ClientState {
  readonly #kept = new Map<string, HostObject>();
  readonly #ids = new WeakMap<HostObject, string>();
  readonly #registrations = new Map<string, number>();
  #next = 1;

  constructor(
    private readonly book: Book,
    private readonly receive: (text: string) => void,
  ) {}

  reference(id: string): HostObject | null {
    return this.#kept.get(id) ?? null;
  }

  referenceIdOf(object: HostObject): string | null {
    return this.#ids.get(object) ?? null;
  }

  keep(object: HostObject): void {
    if (this.#ids.has(object) || object.isNull) return;
    const id = `ref${this.#next++}`;
    this.#kept.set(id, object);
    this.#ids.set(object, id);
  }

  drop(id: string): void {
    const object = this.#kept.get(id);
    if (!object) return;
    this.#kept.delete(id);
    this.#ids.delete(object);
    for (const ref of refsOf(object)) this.book.release(ref);
  }

  /** Every area some kept object stands on. */
  keptAreas(): Set<AreaRef> {
    return new Set([...this.#kept.values()].flatMap((object) => refsOf(object)));
  }

  get keptCount(): number {
    return this.#kept.size;
  }

  serve(object: HostObject, name: string, args: readonly Argument[]): { readonly value: Result } | undefined {
    const event = /^_(Register|Unregister)(?:Event)?(\w+?)(?:Event)?$/.exec(name);
    if (event && (object.className === 'Worksheet' || object.className === 'WorksheetCollection')) {
      this.#register(object, event[2] ?? '', event[1] === 'Register' ? 1 : -1);
      return { value: null };
    }
    if (object.className !== 'Workbook') return undefined;
    const id = typeof args[0] === 'string' ? args[0] : '';
    switch (name) {
      case '_RemoveReference':
        this.drop(id);
        return { value: null };
      case '_RemoveAllReferences':
        for (const kept of [...this.#kept.keys()]) this.drop(kept);
        return { value: null };
      case '_GetReferenceCount':
        return { value: this.#kept.size };
      case '_GetObjectByReferenceId':
        return { value: this.#kept.get(id) ?? NULL_OBJECT };
      case '_GetObjectTypeNameByReferenceId':
        return { value: this.#kept.get(id)?.className ?? null };
      case '_GetRangeForEventByReferenceId':
      case '_GetRangeOrNullObjectForEventByReferenceId':
        return { value: this.#eventRange(id, name.includes('OrNull')) };
      default:
        return undefined;
    }
  }

  /** `event:<sheet id>!A1:B2,D4`: the cells an event spoke of. */
  #eventRange(id: string, orNull: boolean): HostObject {
    const [sheetId = '', address = ''] = id.replace(/^event:/, '').split('!');
    if (!this.book.engine.sheets.exists(sheetId)) {
      if (orNull) return NULL_OBJECT;
      throw hostError('ItemNotFound');
    }
    const single = parseAddress(address);
    return single ? rangeOf(this.book, { sheetId, ...single.area }) : rangeAreasOf(this.book, resolveAreas(this.book, sheetId, address));
  }

  #register(object: HostObject, name: string, step: 1 | -1): void {
    const type = EVENT_TYPES[name];
    if (type === undefined) throw hostError('ApiNotFound', `The workbench host has no event ${name}.`);
    const scope = object.className === 'Worksheet' ? (object.target as SheetTarget).sheetId : COLLECTION;
    const key = `${scope} ${type}`;
    this.#registrations.set(key, Math.max(0, (this.#registrations.get(key) ?? 0) + step));
  }

  /** Number of handlers the add-in has on an event, for tests that look for leaks. */
  registrations(eventName: string): number {
    const suffix = ` ${EVENT_TYPES[eventName] ?? -1}`;
    let count = 0;
    for (const [key, registered] of this.#registrations) if (key.endsWith(suffix)) count += registered;
    return count;
  }

  /** Sends an event to the handlers on the sheet and on the collection. */
  deliver(event: HostEvent): void {
    const mine = event.origin === this;
    const message = JSON.stringify({
      ...event.message,
      source: event.origin === 'remote' ? 'Remote' : 'Local',
      triggerSource: mine ? 'ThisLocalAddin' : 'Unknown',
    });
    const targets = [...(event.worksheetId === null ? [] : [event.worksheetId]), COLLECTION];
    const entries = targets
      .filter((target) => (this.#registrations.get(`${target} ${event.type}`) ?? 0) > 0)
      .map((targetId) => ({ messageCategory: RICH_API_EVENT, messageType: event.type, targetId, message }));
    if (entries.length > 0) this.receive(JSON.stringify({ type: MESSAGE.event, flags: 0, message: { entries } }));
  }
}
