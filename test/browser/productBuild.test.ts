import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Linter } from 'eslint';
import { packIndex } from '../../src/pack/bundledPacks';
import { builtFolder } from './serveFolder';

const dist = builtFolder.product;
const html = readFileSync(join(dist, 'taskpane.html'), 'utf8');
const scripts = [...html.matchAll(/<script src="?([^">\s]+)/g)].map((match) => match[1] ?? '');
const ownScripts = scripts.filter((file) => !file.includes('office-js'));

test('the first load of the pane is at most 300 KB gzip', () => {
  const sizes = ownScripts.map((file) => gzipSync(readFileSync(join(dist, file)), { level: 9 }).length);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  console.log(`first load ${(total / 1024).toFixed(1)} KB gzip in ${ownScripts.length} files`);
  expect(ownScripts.length).toBeGreaterThanOrEqual(2);
  expect(total).toBeGreaterThan(20 * 1024);
  expect(total).toBeLessThanOrEqual(300 * 1024);
});

test.each(packIndex.map(({ id }) => id))('pack %s is loaded when it is chosen', (id) => {
  const holding = readdirSync(dist).filter((name) => name.endsWith('.js') && readFileSync(join(dist, name), 'utf8').includes(`"formatVersion":1,"id":"${id}"`));
  expect(holding).toHaveLength(1);
  expect(ownScripts).not.toContain(holding[0]);
});

test('spreadsheet engine, file writers, proofreading and workbench are not in the first load, the workbench nowhere', () => {
  const sourcesOf = (file: string): string[] => (JSON.parse(readFileSync(join(dist, `${file}.map`), 'utf8')) as { sources: string[] }).sources;
  const first = ownScripts.filter((file) => !file.startsWith('preflight')).flatMap(sourcesOf);
  expect(first.some((source) => source.includes('/src/pane/index.tsx'))).toBe(true);
  // fflate is: the pack stands compressed in the workbook.
  expect(first.filter((source) => /node_modules\/(@univerjs|exceljs|docx|jszip|saxes)\/|src\/(files|proofread)\/|pages\/ProofreadPage/.test(source))).toEqual([]);
  // A chunk that holds nothing but a pack or a sample has no map.
  const everywhere = readdirSync(dist).filter((name) => name.endsWith('.js') && existsSync(join(dist, `${name}.map`))).flatMap(sourcesOf);
  expect(everywhere.filter((source) => /@univerjs|src\/workbench|@microsoft\/office-js\/dist/.test(source))).toEqual([]);
});

test('the pages name hashed files and load Office.js from the one chosen place', () => {
  expect(ownScripts.filter((file) => !/\.[0-9a-f]{10}\.js$/.test(file))).toEqual([]);
  expect(scripts.filter((file) => file.includes('office'))).toEqual(['/office-js/office.js']);
  expect(existsSync(join(dist, 'office-js'))).toBe(false);
});

test('the preflight is readable for a webview that only knows ES5', () => {
  const file = ownScripts.find((name) => name.startsWith('preflight')) ?? '';
  const faults = (code: string): unknown[] => new Linter().verify(code, { languageOptions: { ecmaVersion: 5, sourceType: 'script' } });
  expect(scripts[0]).toBe(file);
  expect(faults(readFileSync(join(dist, file), 'utf8'))).toEqual([]);
  expect(faults('const a = () => 1;')).not.toEqual([]);
});

test('no script of the build evaluates text', () => {
  for (const name of readdirSync(dist).filter((entry) => entry.endsWith('.js'))) {
    expect(readFileSync(join(dist, name), 'utf8')).not.toMatch(/(?<![.\w$])eval\s*\(/);
  }
});

test('the manifest of the build names the address it was built for, and only files that exist', () => {
  const manifest = readFileSync(join(dist, 'manifest.xml'), 'utf8');
  const urls = [...manifest.matchAll(/"(https:\/\/[^"]*)"/g)].map((match) => new URL(match[1] ?? ''));
  expect(urls.length).toBeGreaterThan(20);
  expect([...new Set(urls.map((url) => url.origin))]).toEqual(['https://jixiao.example.gov.cn']);
  expect(urls.filter((url) => !existsSync(join(dist, url.pathname))).map(String)).toEqual([]);
  expect(manifest).not.toContain('localhost');
});
