import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Workbook } from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import type { AddInSource } from '../../src/actions/ports';
import { usePack } from '../../src/actions/ourWorkbook';
import { shippedPack, shippedPackIds } from '../../src/cli/shippedPacks';
import { ADD_IN } from '../../src/files/paneExtension';
import { writeXlsx } from '../../src/files/writeXlsx';
import type { Pack } from '../../src/pack/pack';
import { protectionLock } from '../../src/workbook/protectionLock';
import { tinyPackText } from '../cases/tinyPack';
import { CREATED, opened, value } from './builtFile';

const { plan } = value(usePack(tinyPackText));
const store = { pack: tinyPackText, packHash: 'abc', layoutVersion: 1 };
const partsOf = (bytes: Uint8Array): Readonly<Record<string, string>> => Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]));

test('the add-in of the file is the one of the manifest', () => {
  const manifest = readFileSync(join(__dirname, '../../manifest.xml'), 'utf8');
  expect(manifest).toContain(`<Id>${ADD_IN.id}</Id>`);
  expect(manifest).toContain(`<Version>${ADD_IN.version}</Version>`);
  expect(manifest).toContain('<TaskpaneId>Office.AutoShowTaskpaneWithDocument</TaskpaneId>');
});

test.each<[string, AddInSource, string]>([
  ['deployed by the administrator', { kind: 'central' }, 'store="EXCatalog" storeType="EXCatalog"'],
  ['in a catalog on a share', { kind: 'share', path: '\\\\server\\加载项 & "套表"' }, 'store="\\\\server\\加载项 &amp; &quot;套表&quot;" storeType="FileSystem"'],
  ['sideloaded', { kind: 'developer' }, 'store="developer" storeType="Registry"'],
])('the pane opens with the file: %s', async (_name, opensPane, store_) => {
  const parts = partsOf(await writeXlsx(plan, store, { created: CREATED, opensPane }));
  const extension = parts['xl/webextensions/webextension1.xml'] ?? '';
  expect(extension).toContain(`<we:reference id="${ADD_IN.id}" version="${ADD_IN.version}" ${store_}/>`);
  expect(extension).toContain('<we:property name="Office.AutoShowTaskpaneWithDocument" value="true"/>');
  // Every part is typed and reached from the root of the package.
  const target = /Type="[^"]*\/webextensiontaskpanes" Target="([^"]*)"/.exec(parts['_rels/.rels'] ?? '')?.[1] ?? '';
  const reference = /r:id="([^"]*)"/.exec(parts[target] ?? '')?.[1];
  expect(parts['xl/webextensions/_rels/taskpanes.xml.rels']).toMatch(new RegExp(`Id="${reference}" Type="[^"]*/webextension" Target="webextension1.xml"`));
  for (const path of [target, 'xl/webextensions/webextension1.xml']) expect(parts['[Content_Types].xml']).toContain(`PartName="/${path}"`);
});

test('switched off, or not asked for, nothing of it is in the file', async () => {
  const parts = partsOf(await writeXlsx(plan, store, { created: CREATED }));
  expect(Object.keys(parts).filter((path) => /webextension/i.test(path))).toEqual([]);
  expect(`${parts['[Content_Types].xml']}${parts['_rels/.rels']}`).not.toMatch(/webextension/i);
});

test('a file that opens the pane reads as any other, without a remark', async () => {
  const file = opened(await writeXlsx(plan, store, { created: CREATED, opensPane: { kind: 'central' } }));
  expect(file.remarks).toEqual([]);
  expect(value(file.look(plan)).store?.pack).toBe(tinyPackText);
});

test('a password locks every sheet and the structure, and is nowhere in the file', async () => {
  const lock = await protectionLock('财政2024');
  const bytes = await writeXlsx(plan, store, { created: CREATED, lock });
  const found = value(opened(bytes).look(plan));
  expect(found.structureProtected).toBe(true);
  expect(found.sheets.filter(({ id }) => id !== null).map(({ protection }) => protection)).toEqual(plan.sheets.map(() => 'password'));
  const all = Object.values(partsOf(bytes)).join('');
  expect(all).toContain(`workbookHashValue="${lock.hashValue}"`);
  expect(all).not.toContain('财政2024');
});

test('the hash of a password is what another program makes of it', async () => {
  const sheet = new Workbook().addWorksheet('甲');
  await sheet.protect('财政2024', { spinCount: 1_000 });
  const made = (sheet as unknown as { readonly sheetProtection: { readonly saltValue: string; readonly hashValue: string } }).sheetProtection;
  const lock = await protectionLock('财政2024', new Uint8Array(Buffer.from(made.saltValue, 'base64')));
  expect(lock).toEqual({ algorithmName: 'SHA-512', spinCount: 1_000, saltValue: made.saltValue, hashValue: made.hashValue });
});

test.each(shippedPackIds())('%s: the first sheet says how to open the pane where it does not open by itself', (id) => {
  const pack = shippedPack(id);
  const { sheets } = JSON.parse(pack.ok ? pack.value.text : '') as Pack;
  expect(sheets[0]?.blocks.flatMap((block) => (block.type === 'text' ? block.lines : [])).join('')).toContain('点“打开助手”');
});
