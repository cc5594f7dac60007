import type { Book } from '../book';
import { HostError, hostError, httpStatus } from '../hostError';
import { type Argument, type HostObject, NULL_OBJECT, type Result, isHostObject } from '../objects/hostObject';
import type { Json, JsonObject } from '../objects/json';
import { serviceObject } from '../objects/services';
import { update } from '../objects/update';
import { workbookObject } from '../objects/workbook';
import { ACTION, type Action, type ActionResult, type ArgumentInfo, type ErrorBody, type ObjectPath, PATH, type RequestBody, type ResponseBody } from './protocol';
import { camelCased, query } from './query';

/** What a batch needs from the client it serves: kept references and event registrations. */
export interface ClientState {
  reference(id: string): HostObject | null;
  referenceIdOf(object: HostObject): string | null;
  keep(object: HostObject): void;
  drop(id: string): void;
  /** Answers members that belong to the connection (`_Register…Event`, `_RemoveReference` …); undefined when it has none. */
  serve(object: HostObject, name: string, args: readonly Argument[]): { readonly value: Result } | undefined;
}

const OR_NULL = 'OrNullObject';

/** Runs the actions of one request in order. What ran before a failing action stays done. */
export class Batch {
  readonly #objects = new Map<number, HostObject>();

  constructor(
    private readonly book: Book,
    private readonly client: ClientState,
    private readonly body: RequestBody,
  ) {}

  /** Runs all actions, or, with `limit`, only so many and then `fault`. */
  async run(fault?: { readonly after: number; readonly error: HostError }): Promise<ResponseBody> {
    const results: ActionResult[] = [];
    const traces: number[] = [];
    for (const [index, action] of this.body.Actions.entries()) {
      try {
        if (fault && index >= fault.after) throw fault.error;
        const value = await this.#act(action);
        if (action.ActionType === ACTION.trace) traces.push(action.Id);
        if (value !== undefined) results.push({ ActionId: action.Id, Value: value });
      } catch (error) {
        return { Results: results, TraceIds: traces, Error: errorBody(error, index) };
      }
    }
    return { Results: results, TraceIds: traces, Error: null };
  }

  async #act(action: Action): Promise<Json | undefined> {
    if (action.ActionType === ACTION.trace) return null;
    const object = await this.#object(action.ObjectPathId ?? 0);
    switch (action.ActionType) {
      case ACTION.instantiate:
        return object.isNull ? null : this.#identity(object);
      case ACTION.query:
      case ACTION.recursiveQuery:
      case ACTION.queryAsJson: {
        if (!this.book.calculationSuspended) await this.book.engine.flush();
        const found = query(object, action.QueryInfo ?? {}, (target) => this.#identity(target));
        return action.ActionType === ACTION.queryAsJson ? camelCased(found) : found;
      }
      case ACTION.method:
        return this.#call(object, action);
      case ACTION.set:
        this.#requireWorking(object, action.Name ?? '');
        await object.set(action.Name ?? '', (await this.#arguments(action.ArgumentInfo))[0] ?? null);
        return undefined;
      case ACTION.update:
        await update(object, action.ObjectState ?? null);
        return null;
      case ACTION.ensureUnchanged:
        return null;
      default:
        throw hostError('ApiNotFound', `The workbench host has no action of type ${action.ActionType}.`);
    }
  }

  async #call(object: HostObject, action: Action): Promise<Json> {
    const name = action.Name ?? '';
    this.#requireWorking(object, name);
    if (name === '_KeepReference') {
      this.client.keep(object);
      return null;
    }
    const args = await this.#arguments(action.ArgumentInfo);
    const served = this.client.serve(object, name, args);
    const result = served ? served.value : await object.call(name, args);
    return isHostObject(result) ? this.#identity(result) : (result ?? null);
  }

  /** A member that is said to exist and then fails, when a test asks for it. */
  #requireWorking(object: HostObject, name: string): void {
    const member = `${object.className}.${name.charAt(0).toLowerCase()}${name.slice(1)}`;
    const code = this.book.faults.brokenMember(member);
    if (code !== null) throw hostError(code).at(member);
  }

  #identity(object: HostObject): JsonObject {
    const id = this.client.referenceIdOf(object);
    return { ...object.identity(), ...(id === null ? {} : { _ReferenceId: id }) };
  }

  /** The object of a path, made once per request: a method in a path runs exactly once. */
  async #object(id: number): Promise<HostObject> {
    const known = this.#objects.get(id);
    if (known) return known;
    const path = this.body.ObjectPaths[String(id)];
    if (!path) throw hostError('InvalidArgument', `No object path ${id}.`);
    const made = await this.#resolve(path);
    this.#objects.set(id, made);
    return made;
  }

  async #resolve(path: ObjectPath): Promise<HostObject> {
    switch (path.ObjectPathType) {
      case PATH.root:
        return workbookObject({ book: this.book });
      case PATH.nothing:
        return NULL_OBJECT;
      case PATH.reference: {
        const kept = this.client.reference(path.Name);
        if (!kept) throw hostError('InvalidReference', `The reference ${path.Name} is no longer kept.`);
        return kept;
      }
      case PATH.property:
        return (await this.#object(path.ParentObjectPathId ?? 0)).follow(path.Name);
      case PATH.indexer:
      case PATH.method: {
        const parent = await this.#object(path.ParentObjectPathId ?? 0);
        const name = path.ObjectPathType === PATH.indexer ? 'GetItem' : path.Name;
        const args = await this.#arguments(path.ArgumentInfo);
        this.#requireWorking(parent, name);
        if (args.some((arg) => isHostObject(arg) && arg.isNull) && name.endsWith(OR_NULL)) return NULL_OBJECT;
        const served = this.client.serve(parent, name, args);
        const made = served ? served.value : await parent.call(name, args);
        if (!isHostObject(made)) throw hostError('ApiNotFound', `${parent.className}.${name} gives no object.`);
        return made;
      }
      default: {
        const service = serviceObject(path.Name);
        if (!service) throw new HostError('ApiNotFound', `The workbench host has no service ${path.Name}.`, path.Name);
        return service;
      }
    }
  }

  async #arguments(info: ArgumentInfo | undefined): Promise<Argument[]> {
    const values = info?.Arguments ?? [];
    const paths = info?.ReferencedObjectPathIds ?? [];
    return Promise.all(values.map((value, index) => this.#argument(value, paths[index] ?? 0)));
  }

  async #argument(value: Json, path: Json): Promise<Argument> {
    if (typeof path === 'number' && path !== 0) return this.#object(path);
    if (Array.isArray(value)) {
      const nested = Array.isArray(path) ? (path as readonly Json[]) : [];
      if (nested.length === 0) return value as Json;
      return Promise.all((value as readonly Json[]).map((entry, index) => this.#argument(entry, nested[index] ?? 0)));
    }
    if (typeof value !== 'object' || value === null) return value;
    const plain = value as JsonObject;
    if (typeof plain['_ObjectPathId'] === 'number') return this.#object(plain['_ObjectPathId']);
    const entries: [string, Argument][] = [];
    for (const [key, entry] of Object.entries(plain)) entries.push([key, await this.#argument(entry ?? null, 0)]);
    return Object.fromEntries(entries);
  }
}

export function errorBody(error: unknown, actionIndex: number): ErrorBody {
  const known = error instanceof HostError ? error : hostError('GeneralException', error instanceof Error ? `The workbench host failed: ${error.stack ?? error.message}` : String(error));
  return {
    Code: known.code,
    Message: known.message,
    Location: known.location ?? '',
    ActionIndex: actionIndex,
    HttpStatusCode: httpStatus(known.code),
  };
}
