import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';

const root = resolve(__dirname, '..');
const srcFolder = join(root, 'src');

interface SourceFile {
  /** Path below src/, with forward slashes. */
  path: string;
  text: string;
  tree: ts.SourceFile;
}

const sources: SourceFile[] = readdirSync(srcFolder, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => /\.(ts|tsx|js)$/.test(name) && !name.endsWith('.d.ts'))
  .map((path) => {
    const text = readFileSync(join(srcFolder, path), 'utf8');
    return { path, text, tree: ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true) };
  });

/** Every module a file names: static, dynamic, re-exported and type-only imports. */
function importsOf(file: SourceFile): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) {
      found.push(node.moduleSpecifier.text);
    } else if (
      ts.isCallExpression(node) &&
      (node.expression.kind === ts.SyntaxKind.ImportKeyword || node.expression.getText() === 'require') &&
      node.arguments[0] !== undefined &&
      ts.isStringLiteral(node.arguments[0])
    ) {
      found.push(node.arguments[0].text);
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) && ts.isStringLiteral(node.argument.literal)) {
      found.push(node.argument.literal.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(file.tree);
  return found;
}

/** Imports of files below src/, as paths below src/ (without extension). */
function innerImportsOf(file: SourceFile): string[] {
  return importsOf(file)
    .filter((name) => name.startsWith('.'))
    .map((name) => relative(srcFolder, resolve(srcFolder, dirname(file.path), name)).replaceAll('\\', '/'))
    .filter((path) => !path.startsWith('..'));
}

const folderOf = (path: string): string => path.split('/')[0] ?? '';

const layers: Readonly<Record<string, number>> = {
  values: 0,
  pack: 1,
  evaluation: 2,
  workbook: 3,
  check: 3,
  proofread: 3,
  report: 3,
  actions: 4,
  excel: 5,
  files: 5,
  pane: 6,
  cli: 6,
};
const adapters = ['excel', 'files'];
const choosesAdapters = (path: string): boolean => /^pane\/index[^/]*$/.test(path) || path.startsWith('cli/');

/** Why an import of `to` in `from` (both below src/) breaks the direction, or null. */
function faultOf(from: string, to: string): string | null {
  const source = folderOf(from);
  const target = folderOf(to);
  if (source === target) return null;
  if (source === 'workbench' || target === 'workbench') return 'workbench and product do not know each other';
  const sourceLayer = layers[source];
  const targetLayer = layers[target];
  if (sourceLayer === undefined || targetLayer === undefined) return 'folder without a place in the layout';
  if (adapters.includes(source) && target === 'actions') return /^actions\/ports$/.test(to) ? null : 'adapters know only actions/ports';
  if (source === 'cli' && target === 'excel') return 'the terminal works on files';
  if (adapters.includes(target)) return choosesAdapters(from) ? null : 'only pane/index and cli choose adapters';
  if (targetLayer > sourceLayer) return 'points upwards';
  if (targetLayer === sourceLayer && sourceLayer !== 3) return 'same layer';
  return null;
}

test('the rules of direction themselves', () => {
  expect(faultOf('values/decimal.ts', 'pack/read')).toBe('points upwards');
  expect(faultOf('actions/check.ts', 'excel/host')).toBe('only pane/index and cli choose adapters');
  expect(faultOf('excel/host.ts', 'actions/check')).toBe('adapters know only actions/ports');
  expect(faultOf('excel/host.ts', 'actions/ports')).toBeNull();
  expect(faultOf('pane/App.tsx', 'files/docx')).toBe('only pane/index and cli choose adapters');
  expect(faultOf('pane/index.tsx', 'excel/host')).toBeNull();
  expect(faultOf('pane/App.tsx', 'cli/run')).toBe('same layer');
  expect(faultOf('cli/verbs/read.ts', 'files/readXlsx')).toBeNull();
  expect(faultOf('cli/verbs/read.ts', 'excel/look')).toBe('the terminal works on files');
  expect(faultOf('cli/verbs/read.ts', 'pane/shownFigure')).toBe('same layer');
  expect(faultOf('actions/openFile.ts', 'files/readXlsx')).toBe('only pane/index and cli choose adapters');
  expect(faultOf('files/readXlsx.ts', 'actions/openFile')).toBe('adapters know only actions/ports');
  expect(faultOf('files/readXlsx.ts', 'excel/look')).toBe('only pane/index and cli choose adapters');
  expect(faultOf('workbench/page/page.ts', 'values/cell')).not.toBeNull();
  expect(faultOf('check/runner.ts', 'evaluation/unit')).toBeNull();
});

test('dependencies point one way', () => {
  const faults = sources.flatMap((file) =>
    innerImportsOf(file).flatMap((to) => {
      const fault = faultOf(file.path, to);
      return fault === null ? [] : [`${file.path} -> ${to}: ${fault}`];
    }),
  );
  expect(faults).toEqual([]);
});

test('workbook, check, proofread and report do not depend on each other in a circle', () => {
  const middle = Object.keys(layers).filter((folder) => layers[folder] === 3);
  const edges = new Map(middle.map((folder) => [folder, new Set<string>()]));
  for (const file of sources) {
    for (const to of innerImportsOf(file)) {
      if (folderOf(to) !== folderOf(file.path) && middle.includes(folderOf(to))) edges.get(folderOf(file.path))?.add(folderOf(to));
    }
  }
  const reaches = (from: string, seen = new Set<string>()): Set<string> => {
    for (const next of edges.get(from) ?? []) if (!seen.has(next)) reaches(next, seen.add(next));
    return seen;
  };
  expect(middle.filter((folder) => reaches(folder).has(folder))).toEqual([]);
});

/** Names of Office's globals that a file uses as values or types (not as property names, not in text). */
function officeGlobalsIn(file: SourceFile): string[] {
  const names = ['Excel', 'Office', 'OfficeExtension', 'OfficeRuntime'];
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && names.includes(node.text)) {
      const parent = node.parent;
      const isPropertyName =
        (ts.isPropertyAccessExpression(parent) && parent.name === node && !/^(window|globalThis|self)$/.test(parent.expression.getText())) ||
        (ts.isPropertyAssignment(parent) && parent.name === node) ||
        (ts.isPropertySignature(parent) && parent.name === node) ||
        (ts.isQualifiedName(parent) && parent.right === node);
      if (!isPropertyName) found.push(node.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(file.tree);
  return found;
}

test('Excel and Office are used only in excel/ and at the start of the pane', () => {
  const strangers = sources
    .filter((file) => !file.path.startsWith('excel/') && !/^pane\/(index[^/]*|preflight\/.*)$/.test(file.path))
    .filter((file) => officeGlobalsIn(file).length > 0)
    .map((file) => file.path);
  expect(strangers).toEqual([]);
});

test('at most one file imports office-js-helpers', () => {
  const users = sources.filter((file) => importsOf(file).some((name) => name.startsWith('@microsoft/office-js-helpers')));
  expect(users.map((file) => file.path).slice(1)).toEqual([]);
});

test('Univer is known to the workbench alone', () => {
  const users = sources.filter((file) => importsOf(file).some((name) => name.startsWith('@univerjs/'))).map((file) => file.path);
  expect(users.filter((path) => !path.startsWith('workbench/'))).toEqual([]);
});

test('only the terminal and the workbench use what Node alone has', () => {
  const users = sources.filter((file) => importsOf(file).some((name) => name.startsWith('node:') || name === 'fs' || name === 'path')).map((file) => file.path);
  expect(users.filter((path) => !/^(cli|workbench)\//.test(path))).toEqual([]);
  expect(users.some((path) => path.startsWith('cli/'))).toBe(true);
});

/** 渠县, 龙山县 and 龙山: the last part of where a pack is made for; a name of one character only with its 县. */
function countiesOf(jurisdiction: string): readonly string[] {
  const last = /[^省市州]+[县市区旗]$/.exec(jurisdiction)?.[0];
  return last === undefined ? [] : last.length > 2 ? [last, last.slice(0, -1)] : [last];
}

test('code knows kinds of rule, never a county', () => {
  const packs = JSON.parse(readFileSync(join(root, 'assets/packs/index.json'), 'utf8')) as { jurisdiction: string }[];
  const counties = packs.flatMap(({ jurisdiction }) => countiesOf(jurisdiction));
  expect(counties).toEqual(expect.arrayContaining(['渠县', '龙山县', '龙山']));
  expect(sources.flatMap((file) => counties.filter((county) => file.text.includes(county)).map((county) => `${file.path}: ${county}`))).toEqual([]);
});
