import type { Form } from '../evaluation/form';
import type { PackFault } from '../pack/fault';
import { decimal, type Decimal } from '../values/decimal';
import { fail, ok, type Result } from '../values/result';

/** One kind of value a check may ask a pack for; reads and binds it, or tells every fault. */
export interface Parameter<T> {
  read(given: unknown, path: string, form: Form): Result<T, readonly PackFault[]>;
  /** Where in a given value figures stand that a document or the bureau lays down. */
  figures?(given: unknown): readonly FigurePath[];
}

/** Members to a figure: rows, limit; schemes, 0, 1, weight. Empty: the value itself. */
export type FigurePath = readonly (string | number)[];

export type ParameterSet = Readonly<Record<string, Parameter<unknown>>>;
export type ParametersOf<S extends ParameterSet> = { readonly [K in keyof S]: S[K] extends Parameter<infer T> ? T : never };

function fault(path: string, given: unknown, expected: string, example?: string): Result<never, readonly PackFault[]> {
  const found = given === undefined ? '无' : typeof given === 'string' ? given : JSON.stringify(given).slice(0, 80);
  return fail([{ path, found, expected, ...(example === undefined ? {} : { example }) }]);
}

/** Id of a field of the form. */
export const field: Parameter<string> = {
  read: (given, path, form) =>
    typeof given === 'string' && form.fields.has(given) ? ok(given) : fault(path, given, '本模板的一个字段 id', 'income.total.final'),
};

/** Id of a list of the form. */
export const list: Parameter<string> = {
  read: (given, path, form) =>
    typeof given === 'string' && form.lists.has(given) ? ok(given) : fault(path, given, '本模板的一个清单 id', 'functions'),
};

/** Column of a list of the form, written `list.column`. */
export const column: Parameter<{ readonly list: string; readonly column: string }> = {
  read: (given, path, form) => {
    const [list = '', id = ''] = typeof given === 'string' ? given.split('.') : [];
    return form.lists.get(list)?.columns.has(id) ? ok({ list, column: id }) : fault(path, given, '本模板的一个清单列：清单.列', 'projects.category');
  },
};

/** A level-1 group of indicators by its name. */
export const indicatorGroup: Parameter<string> = {
  read: (given, path, { pack: { assessment } }) => {
    const names = assessment.tree.map(({ name }) => name);
    return typeof given === 'string' && names.includes(given) ? ok(given) : fault(path, given, `一个一级指标：${names.join('、')}`);
  },
};

/** Words for a message. */
export const text: Parameter<string> = {
  read: (given, path) => (typeof given === 'string' && given.trim() !== '' ? ok(given) : fault(path, given, '文字')),
};

const itself = (given: unknown): readonly FigurePath[] => (given === undefined ? [] : [[]]);

/** A threshold as decimal text, so that it never passes through binary: "0.3". */
export const threshold: Parameter<Decimal> = {
  figures: itself,
  read: (given, path) =>
    typeof given === 'string' && /^\d{1,6}(\.\d{1,6})?$/.test(given) ? ok(decimal(given)) : fault(path, given, '加引号的非负小数', '"0.3"'),
};

/** A small whole number. */
export const count: Parameter<number> = {
  figures: itself,
  read: (given, path) =>
    typeof given === 'number' && Number.isInteger(given) && given >= 0 && given <= 10_000 ? ok(given) : fault(path, given, '非负整数', '8'),
};

/** One of a few words. */
export function oneOf<T extends string>(...members: readonly T[]): Parameter<T> {
  return {
    read: (given, path) => {
      const member = members.find((one) => one === given);
      return member === undefined ? fault(path, given, members.map((one) => `"${one}"`).join('或')) : ok(member);
    },
  };
}

/** May be left out. */
export function optional<T>(one: Parameter<T>): Parameter<T | null> {
  return { ...one, read: (given, path, form) => (given === undefined ? ok(null) : one.read(given, path, form)) };
}

/** At least `least` of a kind. */
export function several<T>(one: Parameter<T>, least = 1): Parameter<readonly T[]> {
  return {
    figures: (given) => (Array.isArray(given) ? given.flatMap((item: unknown, i) => within(i, one.figures?.(item))) : []),
    read: (given, path, form) => {
      if (!Array.isArray(given) || given.length < least) return fault(path, given, `至少 ${least} 项的数组`);
      return gather(given.map((item: unknown, i) => one.read(item, `${path}[${i}]`, form)));
    },
  };
}

/** An object with members of its own, none superfluous. */
export function group<S extends ParameterSet>(members: S): Parameter<ParametersOf<S>> {
  return {
    figures: (given) => (typeof given === 'object' && given !== null ? figuresOf(members, given as Readonly<Record<string, unknown>>) : []),
    read: (given, path, form) => {
      if (typeof given !== 'object' || given === null || Array.isArray(given)) return fault(path, given, `含 ${Object.keys(members).join('、')} 的对象`);
      return readParameters(members, given as Readonly<Record<string, unknown>>, path, form);
    },
  };
}

/** Figures among the members of an object, in the order of the parameters. */
export function figuresOf(members: ParameterSet, given: Readonly<Record<string, unknown>>): readonly FigurePath[] {
  return Object.entries(members).flatMap(([name, parameter]) => within(name, Object.hasOwn(given, name) ? parameter.figures?.(given[name]) : []));
}

function within(step: string | number, paths: readonly FigurePath[] = []): readonly FigurePath[] {
  return paths.map((path) => [step, ...path]);
}

/** What any use of a check may say. */
const OF_EVERY_USE: ReadonlySet<string> = new Set(['code', 'applies', 'indicators', 'sourced']);

/** Reads all members of an object at once; unknown members are faults, those of every use are no parameters. */
export function readParameters<S extends ParameterSet>(
  members: S, given: Readonly<Record<string, unknown>>, path: string, form: Form,
): Result<ParametersOf<S>, readonly PackFault[]> {
  const faults: PackFault[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, parameter] of Object.entries(members)) {
    const read = parameter.read(Object.hasOwn(given, name) ? given[name] : undefined, `${path}.${name}`, form);
    if (read.ok) values[name] = read.value;
    else faults.push(...read.error);
  }
  for (const name of Object.keys(given)) {
    if (!OF_EVERY_USE.has(name) && !Object.hasOwn(members, name)) {
      faults.push({ path: `${path}.${name}`, found: name, expected: Object.keys(members).join('、') || '无参数' });
    }
  }
  return faults.length > 0 ? fail(faults) : ok(values as ParametersOf<S>);
}

function gather<T>(results: readonly Result<T, readonly PackFault[]>[]): Result<readonly T[], readonly PackFault[]> {
  const faults = results.flatMap((result) => (result.ok ? [] : result.error));
  return faults.length > 0 ? fail(faults) : ok(results.flatMap((result) => (result.ok ? [result.value] : [])));
}
