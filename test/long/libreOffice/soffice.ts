import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const MINUTE = 60_000;

let program: string | null = null;

/** LibreOffice's program: the one that is installed, else LibreOffice Calc from the system's packages. Throws when neither works. */
export function installedSoffice(): string {
  program ??= found() ?? install();
  return program;
}

function found(): string | null {
  const named = process.env['SOFFICE'];
  return [...(named === undefined ? [] : [named]), 'soffice', 'libreoffice'].find((name) => spawnSync(name, ['--version'], { timeout: MINUTE }).status === 0) ?? null;
}

function install(): string {
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const command of [['update'], ['install', '-y', '--no-install-recommends', 'libreoffice-calc']]) {
    spawnSync('apt-get', command, { env: environment, timeout: 15 * MINUTE, stdio: 'ignore' });
  }
  const installed = found();
  if (installed === null) throw new Error('LibreOffice is neither installed nor could apt-get install libreoffice-calc; set SOFFICE to its program.');
  return installed;
}

/** Workbook files as LibreOffice saves them again, by the same names (without ending). Throws when a file does not come back. */
export function savedByLibreOffice(files: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'jixiao-libreoffice-'));
  try {
    const from = join(folder, 'in'), to = join(folder, 'out');
    mkdirSync(from);
    const paths = [...files].map(([name, bytes]) => {
      const path = join(from, `${name}.xlsx`);
      writeFileSync(path, bytes);
      return path;
    });
    const run = spawnSync(installedSoffice(), [
      '--headless', '--norestore', `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`, '--convert-to', 'xlsx', '--outdir', to, ...paths,
    ], { timeout: MINUTE + files.size * MINUTE, encoding: 'utf8' });
    if (run.status !== 0) throw new Error(`LibreOffice ended with ${run.status ?? run.signal}: ${run.stderr}`);
    return new Map([...files.keys()].map((name) => [name, readFileSync(join(to, `${name}.xlsx`))]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
