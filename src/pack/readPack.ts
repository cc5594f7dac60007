import { type Schema } from '@cfworker/json-schema';
import schema from '../../assets/schema/pack.schema.json';
import { readJson } from '../values/readJson';
import { fail, ok, type Result } from '../values/result';
import type { PackFault } from './fault';
import type { Pack } from './pack';
import { schemaFaults } from './schemaFaults';

/** Format this program reads and writes; a newer one is refused with 请升级. */
export const FORMAT_VERSION = 1;
const MAX_CHARACTERS = 4_000_000;
const MAX_DEPTH = 40;

/** A pack that cannot be used: made by a newer program, or faulty (every fault is told). */
export type UnreadablePack =
  | { readonly kind: 'newer'; readonly title: string; readonly formatVersion: number }
  | { readonly kind: 'faulty'; readonly faults: readonly PackFault[] };

/** Reads pack JSON from a workbook or a file. Nothing in it is executed; the text is not trusted. */
export function readPack(text: string): Result<Pack, UnreadablePack> {
  const json = readJson(text, { characters: MAX_CHARACTERS, depth: MAX_DEPTH });
  if (!json.ok) return fail({ kind: 'faulty', faults: json.error });
  const { value } = json;
  const version = isObject(value) ? value['formatVersion'] : undefined;
  if (isObject(value) && typeof version === 'number' && version > FORMAT_VERSION) {
    return fail({ kind: 'newer', title: String(value['title'] ?? ''), formatVersion: version });
  }
  const faults = schemaFaults(schema as Schema, value);
  return faults.length > 0 ? fail({ kind: 'faulty', faults }) : ok(value as unknown as Pack);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
