import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const root = resolve(__dirname, '../../..');

/** Everything a build reads, as one hash: unchanged sources are not built twice. */
function inputsHash(): string {
  const hash = createHash('sha256');
  const add = (path: string): void => {
    if (statSync(path).isDirectory()) {
      for (const name of readdirSync(path).sort()) add(join(path, name));
    } else {
      hash.update(path).update(readFileSync(path));
    }
  };
  for (const name of ['src', 'assets', 'manifest.xml', 'webpack.config.js', 'tsconfig.json', 'package-lock.json']) {
    add(join(root, name));
  }
  return hash.digest('hex');
}

async function build(config: string, env: Record<string, string>): Promise<void> {
  const webpack = join(root, 'node_modules/webpack/bin/webpack.js');
  try {
    await promisify(execFile)(process.execPath, [webpack, '--config', join(root, config)], {
      cwd: root,
      env: { ...process.env, ...env },
      maxBuffer: 1 << 26,
    });
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Error(`${config} does not build:\n${stdout}${stderr}`, { cause: error });
  }
}

/** Builds the workbench and the product once for all browser tests. */
export default async function buildOnce(): Promise<void> {
  const stamp = join(root, '.cache/browser-build');
  const hash = inputsHash();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  mkdirSync(join(root, '.cache'), { recursive: true });
  writeFileSync(stamp, '');
  await Promise.all([
    build('src/workbench/webpack.config.js', {}),
    build('webpack.config.js', { DIST: join(root, '.cache/product'), OFFICE_JS: 'self', ADDIN_URL: 'https://jixiao.example.gov.cn' }),
  ]);
  writeFileSync(stamp, hash);
}
