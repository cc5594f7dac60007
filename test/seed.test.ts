import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { seed } from './cases/seed';

const files = readdirSync(__dirname, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => ({ name: name.replaceAll('\\', '/'), text: readFileSync(join(__dirname, name), 'utf8') }));

/** Calls of fast-check that draw something, and whether their settings name the seed. */
function draws({ name, text }: (typeof files)[number]): readonly { readonly at: string; readonly seeded: boolean }[] {
  const tree = ts.createSourceFile(name, text, ts.ScriptTarget.ES2022, true);
  const found: { readonly at: string; readonly seeded: boolean }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && /^fc\.(?:assert|check|sample|statistics)$/.test(node.expression.getText())) {
      const settings = node.arguments[1];
      found.push({
        at: `${name}:${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1}`,
        seeded: settings !== undefined && ts.isObjectLiteralExpression(settings) && settings.properties.some((property) => property.name?.getText() === 'seed'),
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

test('every random test draws from the seed of the run', () => {
  const all = files.flatMap(draws);
  expect(all.length).toBeGreaterThan(35);
  expect(all.filter(({ seeded }) => !seeded).map(({ at }) => at)).toEqual([]);
});

test('nothing else in the tests is left to chance, and one variable sets the seed', () => {
  const others = files.filter(({ name }) => !['cases/seed.ts', 'seed.test.ts'].includes(name));
  expect(others.filter(({ text }) => /Math\.random|Date\.now\(\) %|SEED'\]|SEED\b.*process\.env/.test(text)).map(({ name }) => name)).toEqual([]);
  expect(Number.isSafeInteger(seed)).toBe(true);
});

test('a seed that is none is refused, not taken for another', () => {
  const given = process.env['SEED'];
  try {
    for (const [text, expected] of [['7', 7], ['0', 0], ['2147483647', 2_147_483_647], ['2147483648', null], ['x', null], ['-1', null], ['1.5', null]] as const) {
      process.env['SEED'] = text;
      jest.isolateModules(() => {
        const read = (): unknown => jest.requireActual<{ readonly seed: number }>('./cases/seed').seed;
        if (expected === null) expect(read).toThrow('SEED is a whole number');
        else expect(read()).toBe(expected);
      });
    }
  } finally {
    if (given === undefined) delete process.env['SEED'];
    else process.env['SEED'] = given;
  }
});
