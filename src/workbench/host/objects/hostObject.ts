import { HostError, hostError } from '../hostError';
import type { Json, JsonObject } from './json';

/** An argument of a method: plain JSON, or another object of the host. */
export type Argument = Json | HostObject | readonly Argument[] | ArgumentObject;
export type ArgumentObject = { readonly [key: string]: Argument | undefined };

/** One object an add-in can reach. Members have the PascalCase names of the wire. */
export interface HostObject {
  readonly className: string;
  readonly isNull: boolean;
  /** The thing behind the object, for methods that take it as argument. */
  readonly target: unknown;
  /** Fields that identify the object: `Id`, `_Id`, `_ReferenceId`. */
  identity(): JsonObject;
  readonly scalars: readonly string[];
  isLink(name: string): boolean;
  get(name: string): Json;
  set(name: string, value: Argument): void | Promise<void>;
  follow(name: string): HostObject;
  call(name: string, args: readonly Argument[]): Result | Promise<Result>;
  /** Members of a collection, or null when it is none. */
  items(): readonly HostObject[] | null;
}

export type Result = Json | HostObject | void;

/** The members of a class of objects; everything not listed answers ApiNotFound. */
export interface Definition<T> {
  readonly name: string;
  readonly identity?: (target: T) => JsonObject;
  readonly get?: Readonly<Record<string, (target: T) => Json>>;
  readonly set?: Readonly<Record<string, (target: T, value: Argument) => void | Promise<void>>>;
  readonly links?: Readonly<Record<string, (target: T) => HostObject>>;
  readonly call?: Readonly<Record<string, (target: T, ...args: Argument[]) => Result | Promise<Result>>>;
  readonly items?: (target: T) => readonly HostObject[];
}

export const isHostObject = (value: unknown): value is HostObject =>
  typeof value === 'object' && value !== null && 'className' in value && 'follow' in value;

const camel = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

function own<V>(table: Readonly<Record<string, V>> | undefined, name: string): V | undefined {
  return table && Object.hasOwn(table, name) ? table[name] : undefined;
}

/** Makes the objects of one class from its table of members. */
export function describe<T>(definition: Definition<T>): (target: T) => HostObject {
  const place = (member: string): string => `${definition.name}.${camel(member)}`;
  const missing = (member: string): HostError =>
    new HostError('ApiNotFound', `The workbench host has no ${place(member)}.`, place(member));
  const located = <R>(member: string, act: () => R): R => {
    try {
      return act();
    } catch (error) {
      throw error instanceof HostError ? error.at(place(member)) : error;
    }
  };
  return (target) => ({
    className: definition.name,
    isNull: false,
    target,
    scalars: Object.keys(definition.get ?? {}),
    identity: () => definition.identity?.(target) ?? {},
    isLink: (name) => own(definition.links, name) !== undefined,
    get(name) {
      const read = own(definition.get, name);
      if (!read) throw missing(name);
      return located(name, () => read(target));
    },
    set(name, value) {
      const write = own(definition.set, name);
      if (!write) throw missing(name);
      return located(name, () => write(target, value));
    },
    follow(name) {
      const link = own(definition.links, name);
      if (!link) throw missing(name);
      return located(name, () => link(target));
    },
    async call(name, args) {
      const method = own(definition.call, name);
      if (!method) throw missing(name);
      try {
        return await method(target, ...args);
      } catch (error) {
        throw error instanceof HostError ? error.at(place(name)) : error;
      }
    },
    items: () => definition.items?.(target) ?? null,
  });
}

const absent = (): never => {
  throw hostError('ItemNotFound');
};

/** What `…OrNullObject` gives when there is nothing: loads as isNullObject, and fails when used. */
export const NULL_OBJECT: HostObject = {
  className: 'Null',
  isNull: true,
  target: null,
  scalars: [],
  identity: () => ({}),
  isLink: () => true,
  get: absent,
  set: absent,
  follow: () => NULL_OBJECT,
  call: (name) => (name.endsWith('OrNullObject') ? NULL_OBJECT : absent()),
  items: () => null,
};
