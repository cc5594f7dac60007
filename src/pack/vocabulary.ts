import type { Assessment, Choices, Pack } from './pack';

/** What a drop-down offers; null where that is the rows of a list, or no such scale is there. */
export function offeredWords(choices: Choices, { natures, scales, tree }: Assessment): readonly string[] | null {
  if ('list' in choices) return choices.list;
  if ('scale' in choices) return scales.find(({ name }) => name === choices.scale)?.steps.map(({ name }) => name) ?? null;
  if ('from' in choices) return null;
  switch (choices.of) {
    case 'level1': return tree.map(({ name }) => name);
    case 'level2': return [...new Set(tree.flatMap(({ children }) => children.map(({ name }) => name)))];
    case 'natures': return natures.map(({ name }) => name);
  }
}

/** The pack with every drop-down of words of its assessment spelled out. */
export function spellOutChoices(pack: Pack): Pack {
  return withChoices(pack, (choices) => {
    const words = offeredWords(choices, pack.assessment);
    return words === null ? choices : { ...choices, list: words };
  });
}

/** The value with every drop-down in it changed. */
export function withChoices<T>(value: T, change: (choices: Choices) => Choices): T {
  if (Array.isArray(value)) return value.map((item: unknown) => withChoices(item, change)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([member, item]: [string, unknown]) =>
    [member, member === 'choices' && typeof item === 'object' ? change(item as Choices) : withChoices(item, change)])) as T;
}
