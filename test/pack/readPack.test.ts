import { bundledPacks } from '../cases/bundledPacks';
import { readPack, type UnreadablePack } from '../../src/pack/readPack';

const text = bundledPacks[0]?.text ?? '';

function changed(change: (pack: Record<string, unknown>) => void): UnreadablePack | null {
  const pack = JSON.parse(text) as Record<string, unknown>;
  change(pack);
  const result = readPack(JSON.stringify(pack));
  return result.ok ? null : result.error;
}

function paths(error: UnreadablePack | null): readonly string[] {
  return error?.kind === 'faulty' ? error.faults.map((fault) => fault.path) : [];
}

test('every bundled pack is read', () => {
  for (const pack of bundledPacks) expect(readPack(pack.text)).toMatchObject({ ok: true, value: { id: pack.id } });
});

test('all faults are told at once, each with its path', () => {
  const error = changed((pack) => {
    delete pack['year'];
    pack['colour'] = 'red';
    ((pack['sheets'] as { blocks: { pairsPerRow?: number }[] }[])[1]!.blocks[0]!).pairsPerRow = 3;
  });
  expect(paths(error)).toEqual(expect.arrayContaining(['', 'colour', 'sheets[1].blocks[0].pairsPerRow']));
  expect(error?.kind === 'faulty' && error.faults.some((fault) => fault.expected === '缺少成员 year')).toBe(true);
});

test('a newer format asks for an upgrade instead of being guessed at', () => {
  expect(changed((pack) => { pack['formatVersion'] = 2; })).toEqual({ kind: 'newer', title: expect.any(String), formatVersion: 2 });
});

test.each([
  ['broken JSON', '{"formatVersion":1'],
  ['no object', '[1,2]'],
  ['nesting bomb', '['.repeat(10_000) + ']'.repeat(10_000)],
  ['50 MB', `"${'x'.repeat(50_000_000)}"`],
  ['__proto__', text.replace('{', '{"__proto__":{"polluted":true},')],
  ['wrong type', text.replace('"year":2023', '"year":"2023"')],
])('%s is refused with a fault and nothing else happens', (_name, bad) => {
  const result = readPack(bad);
  expect(result.ok).toBe(false);
  if (!result.ok && result.error.kind === 'faulty') expect(result.error.faults.length).toBeGreaterThan(0);
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});
