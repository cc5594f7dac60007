import { hostError } from '../hostError';
import { type Argument, type ArgumentObject, isHostObject } from './hostObject';
import { isObject } from './json';

const given = (value: Argument | undefined): boolean => value !== undefined && value !== null;

export function text(value: Argument | undefined): string {
  if (typeof value !== 'string') throw hostError('InvalidArgument');
  return value;
}

export function optionalText(value: Argument | undefined, fallback = ''): string {
  return given(value) ? text(value) : fallback;
}

export function integer(value: Argument | undefined, fallback?: number): number {
  if (!given(value) && fallback !== undefined) return fallback;
  if (typeof value !== 'number' || !Number.isInteger(value)) throw hostError('InvalidArgument');
  return value;
}

export function number(value: Argument | undefined): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw hostError('InvalidArgument');
  return value;
}

export function flag(value: Argument | undefined, fallback?: boolean): boolean {
  if (!given(value) && fallback !== undefined) return fallback;
  if (typeof value !== 'boolean') throw hostError('InvalidArgument');
  return value;
}

/** One of the words an enumeration of Office.js allows; compared without regard to case, returned as the list spells it. */
export function oneOf(value: Argument | undefined, words: readonly string[], fallback?: string): string {
  if (!given(value) && fallback !== undefined) return fallback;
  const wanted = text(value).toLowerCase();
  const found = words.find((word) => word.toLowerCase() === wanted);
  if (found === undefined) throw hostError('InvalidArgument');
  return found;
}

export function object(value: Argument | undefined): ArgumentObject {
  if (!isObject(value) || isHostObject(value)) throw hostError('InvalidArgument');
  return value as ArgumentObject;
}

export function optionalObject(value: Argument | undefined): ArgumentObject {
  return given(value) ? object(value) : {};
}
