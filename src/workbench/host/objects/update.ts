import { hostError } from '../hostError';
import type { HostObject } from './hostObject';
import type { Json, JsonObject } from './json';

/** `format` → `Format`: the wire's spelling of a member. */
export const pascal = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** `update({format: {fill: {color}}})`: sets every member of the state, going down into links. */
export async function update(object: HostObject, state: Json): Promise<void> {
  if (typeof state !== 'object' || state === null || Array.isArray(state)) throw hostError('InvalidArgument');
  for (const [key, value] of Object.entries(state as JsonObject)) {
    const name = pascal(key);
    if (object.isLink(name)) await update(object.follow(name), value ?? null);
    else await object.set(name, value ?? null);
  }
}
