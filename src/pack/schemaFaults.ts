import { Validator, type OutputUnit, type Schema } from '@cfworker/json-schema';
import type { PackFault } from './fault';

/** Everything in which a value breaks a JSON Schema (draft 2020-12), each with its path. No faults: the value has the schema's shape. */
export function schemaFaults(schema: Schema, value: unknown): readonly PackFault[] {
  const { valid, errors } = new Validator(schema, '2020-12', false).validate(value);
  return valid ? [] : faultsOf(errors, value);
}

/** Leaves of the validator's report; a parent only repeats that a child failed. */
function faultsOf(errors: readonly OutputUnit[], value: unknown): readonly PackFault[] {
  const containers = new Set(['properties', 'items', 'allOf', 'if', 'then', '$ref', 'additionalProperties', 'oneOf']);
  const leaves = errors.filter((error) => !containers.has(error.keyword));
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
    case 'false': return '没有这个成员，请删除或改正拼写';
    case 'enum': return `取值之一：${/\[(.*)\]/.exec(error.error)?.[1] ?? '见格式说明'}`;
    case 'pattern': return `符合格式 ${/Pattern "?(.+?)"?\.?$/.exec(error.error)?.[1] ?? '见格式说明'}`;
    case 'type': return typeNames(error.error);
    default: return `符合格式要求（${error.keyword}）`;
  }
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  object: '对象 {…}', array: '清单 […]', string: '文字', number: '数字', integer: '整数', boolean: 'true 或 false', null: 'null',
};

function typeNames(error: string): string {
  const names = [...(error.split('Expected')[1] ?? '').matchAll(/"([^"]+)"/g)].map(([, name = '']) => TYPE_NAMES[name] ?? name);
  return names.length > 0 ? names.join('或') : '见格式说明';
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
