import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { PACK, sampleWith } from './playedTerminal';

const root = resolve(__dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'jixiao-command-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** The command as the script of package.json starts it, from the root of the checkout. */
const script = (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> }).scripts['jixiao'] ?? '';

function start(command: string, args: readonly string[], cwd: string, stopAfter = Infinity): Promise<Ended> {
  return new Promise((resolveEnded, reject) => {
    const child = spawn(command, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, INIT_CWD: undefined, npm_lifecycle_event: undefined } });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (part: Buffer) => {
      out.push(part);
      if (Buffer.concat(out).length > stopAfter) child.stdout.destroy();
    });
    child.stderr.on('data', (part: Buffer) => err.push(part));
    child.on('error', reject);
    child.on('close', (code) => resolveEnded({ code, out: Buffer.concat(out).toString('utf8'), err: Buffer.concat(err).toString('utf8') }));
  });
}

function jixiao(...args: readonly string[]): Promise<Ended> {
  const [, ...words] = script.split(' ');
  return start(process.execPath, [...words, ...args], root);
}

/** What is said of work that takes long. */
const stages = (err: string): string => err.split('\n').filter((line) => !line.endsWith('…')).join('\n');

test('build, check, read and report, one after the other, as a person would', async () => {
  const data = join(folder, '数据.json');
  const book = join(folder, '自评.xlsx');
  writeFileSync(data, JSON.stringify(sampleWith({ 'staffing.paidByFinance': '-5' })));
  const built = await jixiao('build', '--pack', PACK, '--data', data, '--out', book);
  expect([built.code, stages(built.err)]).toEqual([0, '']);
  expect(built.out).toMatch(/^已生成 .*自评\.xlsx：\d+ 张表，\d+ KB。\n$/);

  const checked = await jixiao('check', book, '--json');
  expect([checked.code, stages(checked.err)]).toEqual([1, '']);
  expect(JSON.parse(checked.out)).toMatchObject({ findings: expect.arrayContaining([expect.objectContaining({ level: 'error', field: 'staffing.paidByFinance', found: '-5' })]) });

  const read = await jixiao('read', book, '--json');
  expect([read.code, stages(read.err)]).toEqual([0, '']);
  expect(JSON.parse(read.out)).toMatchObject({ pack: PACK, fields: { 'income.yearTotal.final': { value: '227.39', entry: 'computed' } } });

  const report = join(folder, '报告.txt');
  const written = await jixiao('report', book, '--out', report);
  expect(written.code).toBe(0);
  expect(readFileSync(report, 'utf8')).toContain('227.39万元');
});

test('through npm, file names are meant from where the person stands', async () => {
  const bad = join(folder, '网页.xlsx');
  writeFileSync(bad, '<html></html>');
  const npm = (...args: readonly string[]): Promise<Ended> => start('npm', ['--prefix', root, 'run', '-s', 'jixiao', '--', ...args], folder);
  const packs = await npm('packs', '--json');
  expect(JSON.parse(packs.out)).toMatchObject({ packs: expect.arrayContaining([expect.objectContaining({ id: PACK, year: 2023 })]) });
  const refused = await npm('check', '网页.xlsx', '--json');
  expect([refused.code, JSON.parse(refused.out)]).toMatchObject([2, { error: { code: 'Z03', message: expect.stringContaining('网页.xlsx') } }]);
  expect(refused.err).toContain('（Z03）');
});

test('a reader that stops early is no fault', async () => {
  const [, ...words] = script.split(' ');
  const { err } = await start(process.execPath, [...words, 'packs', PACK, '--json'], root, 1_000);
  expect(stages(err)).toBe('');
});
