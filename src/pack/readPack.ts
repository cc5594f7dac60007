import { Validator, type OutputUnit, type Schema } from '@cfworker/json-schema';
import schema from '../../assets/schema/pack.schema.json';
import { fail, ok, type Result } from '../values/result';
import type { PackFault } from './fault';
import type { Pack } from './pack';

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
  const faulty = (path: string, found: string, expected: string): Result<Pack, UnreadablePack> => fail({ kind: 'faulty', faults: [{ path, found, expected }] });
  if (text.length > MAX_CHARACTERS) return faulty('', `${text.length} 个字符`, `不超过 ${MAX_CHARACTERS} 个字符`);
  if (depth(text) > MAX_DEPTH) return faulty('', `嵌套超过 ${MAX_DEPTH} 层`, `不超过 ${MAX_DEPTH} 层`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return faulty('', error instanceof Error ? error.message : '不是 JSON', '一个完整的 JSON 文本');
  }
  const version = isObject(value) ? value['formatVersion'] : undefined;
  if (isObject(value) && typeof version === 'number' && version > FORMAT_VERSION) {
    return fail({ kind: 'newer', title: String(value['title'] ?? ''), formatVersion: version });
  }
  const output = new Validator(schema as Schema, '2020-12', false).validate(value);
  if (!output.valid) return fail({ kind: 'faulty', faults: faultsOf(output.errors, value) });
  return ok(value as Pack);
}

/** Leaves of the validator's report; a parent only repeats that a child failed. */
function faultsOf(errors: readonly OutputUnit[], value: unknown): readonly PackFault[] {
  const containers = new Set(['properties', 'items', 'allOf', 'if', 'then', '$ref', 'additionalProperties', 'oneOf']);
  const leaves = errors.filter((error) => !containers.has(error.keyword) || (error.keyword === 'additionalProperties' && error.error.includes('does not match additional')));
  const faults = new Map<string, PackFault>();
  for (const error of leaves.length > 0 ? leaves : errors) {
    const path = error.instanceLocation.replace(/^#\/?/, '').replaceAll(/\/(\d+)/g, '[$1]').replaceAll('/', '.');
    const key = `${path} ${error.keyword}`;
    if (!faults.has(key)) faults.set(key, { path, found: briefly(at(value, error.instanceLocation)), expected: expectation(error) });
  }
  return [...faults.values()];
}

function expectation(error: OutputUnit): string {
  switch (error.keyword) {
    case 'required': return `缺少成员 ${/"([^"]+)"/.exec(error.error)?.[1] ?? ''}`;
    case 'false': case 'additionalProperties': return '没有这个成员，请删除或改正拼写';
    case 'enum': return `取值之一：${/\[(.*)\]/.exec(error.error)?.[1] ?? '见模板包格式说明'}`;
    case 'pattern': return `符合格式 ${/Pattern "?(.+?)"?\.?$/.exec(error.error)?.[1] ?? '见模板包格式说明'}`;
    case 'type': return `类型 ${/Expected "([^"]+)"/.exec(error.error)?.[1] ?? '见模板包格式说明'}`;
    default: return `符合格式要求（${error.keyword}）`;
  }
}

function at(value: unknown, location: string): unknown {
  return location.split('/').slice(1).reduce<unknown>((node, step) => (isObject(node) || Array.isArray(node) ? (node as Record<string, unknown>)[decodeURIComponent(step)] : undefined), value);
}

function briefly(value: unknown): string {
  if (value === undefined) return '无';
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Nesting depth by brackets outside strings, before the text is parsed. */
function depth(text: string): number {
  let level = 0, deepest = 0, inString = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (inString) {
      if (character === '\\') index += 1;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === '{' || character === '[') deepest = Math.max(deepest, ++level);
    else if (character === '}' || character === ']') level -= 1;
  }
  return deepest;
}
