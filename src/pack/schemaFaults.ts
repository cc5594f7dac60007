import { Validator, type OutputUnit, type Schema } from '@cfworker/json-schema';
import { nearest } from '../values/nearest';
import type { PackFault } from './fault';

/** Everything in which a value breaks a JSON Schema (draft 2020-12), each with its path. No faults: the value has the schema's shape. */
export function schemaFaults(schema: Schema, value: unknown): readonly PackFault[] {
  const { valid, errors } = new Validator(schema, '2020-12', false).validate(value);
  return valid ? [] : faultsOf(errors, schema, value);
}

const CONTAINERS: ReadonlySet<string> = new Set(['properties', 'items', 'allOf', 'if', 'then', '$ref', 'additionalProperties', 'oneOf', 'anyOf']);

/** Leaves of the validator's report; a parent only repeats that a child failed. */
function faultsOf(errors: readonly OutputUnit[], schema: Schema, value: unknown): readonly PackFault[] {
  const members = knownMembers(errors, schema);
  const leaves = errors.filter((error) => !CONTAINERS.has(error.keyword));
  const faults = new Map<string, PackFault>();
  for (const error of leaves.length > 0 ? leaves : errors) {
    const path = pathOf(error.instanceLocation);
    const key = `${path} ${error.keyword}`;
    if (!faults.has(key)) faults.set(key, { path, found: error.keyword === 'required' ? '无' : briefly(at(value, error.instanceLocation)), ...expectation(error, schema, members) });
  }
  return [...faults.values()];
}

/** `sheets[3].title` of `#/sheets/3/title`. */
function pathOf(location: string): string {
  return location.slice(1).replaceAll(/\/(\d+)/g, '[$1]').replaceAll('/', '.').replace(/^\./, '').slice(0, 200);
}

/** For each superfluous member, by its location, the members that may stand there. */
function knownMembers(errors: readonly OutputUnit[], schema: Schema): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const { keyword, keywordLocation, instanceLocation, error } of errors) {
    const name = /^Property "(.*)" does not match/.exec(error)?.[1];
    if (keyword !== 'additionalProperties' || name === undefined) continue;
    const properties = schemaAt(schema, keywordLocation)['properties'];
    if (isObject(properties)) found.set(`${instanceLocation}/${name}`, Object.keys(properties));
  }
  return found;
}

function expectation(error: OutputUnit, schema: Schema, known: ReadonlyMap<string, readonly string[]>): Pick<PackFault, 'expected' | 'example'> {
  const node = schemaAt(schema, error.keywordLocation);
  const limit = node[error.keyword];
  const example = Array.isArray(node['examples']) ? { example: String(node['examples'][0]) } : {};
  const said = (expected: string): Pick<PackFault, 'expected' | 'example'> => ({ expected, ...example });
  switch (error.keyword) {
    case 'required': return said(`缺少成员 ${/"([^"]+)"/.exec(error.error)?.[1] ?? ''}`);
    case 'false': return said(superfluous(error.instanceLocation, known.get(error.instanceLocation) ?? []));
    case 'enum': return said(`取值之一：${Array.isArray(limit) ? limit.join('、') : '见格式说明'}`);
    case 'const': return said(JSON.stringify(limit));
    case 'pattern': return said(typeof node['description'] === 'string' ? node['description'] : `符合格式 ${String(limit)}`);
    case 'type': return said(typeNames(error.error));
    case 'minLength': return said(limit === 1 ? '文字，不能空白' : `至少${String(limit)}个字符`);
    case 'maxLength': return said(`不超过${String(limit)}个字符`);
    case 'minimum': return said(`不小于${String(limit)}的数`);
    case 'maximum': return said(`不大于${String(limit)}的数`);
    case 'exclusiveMinimum': return said(`大于${String(limit)}的数`);
    case 'minProperties': return said(`至少${String(limit)}个成员：${members(node)}`);
    case 'maxProperties': return said(`只写${String(limit)}个成员：${members(node)}`);
    case 'minItems': return said(`至少${String(limit)}项`);
    case 'maxItems': return said(`不超过${String(limit)}项`);
    default: return said(`符合格式要求（${error.keyword}）`);
  }
}

function members(node: Readonly<Record<string, unknown>>): string {
  return Object.keys(isObject(node['properties']) ? node['properties'] : {}).join('、');
}

function superfluous(location: string, known: readonly string[]): string {
  const meant = nearest(location.split('/').at(-1) ?? '', known);
  return `没有这个成员，${meant === null ? '请删除' : `是否指 ${meant}？请改正或删除`}`;
}

/** The schema that holds the keyword, references followed. */
function schemaAt(schema: Schema, keywordLocation: string): Readonly<Record<string, unknown>> {
  let node: unknown = schema;
  for (const step of keywordLocation.split('/').slice(1, -1)) {
    const next: unknown = isObject(node) || Array.isArray(node) ? (node as Readonly<Record<string, unknown>>)[step] : undefined;
    node = step === '$ref' && typeof next === 'string' ? at(schema, next) : next;
  }
  return isObject(node) ? node : {};
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
