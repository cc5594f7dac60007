import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { chromium, type Browser } from 'playwright-core';

const root = resolve(__dirname, '../..');
const cacheFolder = join(root, '.cache/chromium');
const packageFolder = (name: string): string => dirname(require.resolve(`${name}/package.json`));

interface Program {
  executablePath: string;
  libraries: string | null;
}

const installedPrograms = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The Chromium that comes with `npm ci` (Linux x64), unpacked once; it brings the libraries a bare system lacks. */
function unpackedProgram(): Program {
  const version = (JSON.parse(readFileSync(join(cacheSource(), '../package.json'), 'utf8')) as { version: string }).version;
  const folder = join(cacheFolder, version);
  if (!existsSync(folder)) {
    const partial = `${folder}.${process.pid}`;
    mkdirSync(partial, { recursive: true });
    writeFileSync(join(partial, 'chromium'), brotliDecompressSync(readFileSync(join(cacheSource(), 'chromium.br'))));
    chmodSync(join(partial, 'chromium'), 0o755);
    const libraries = brotliDecompressSync(readFileSync(join(cacheSource(), 'al2023.tar.br')));
    execFileSync('tar', ['-xf', '-', '-C', partial], { input: libraries, maxBuffer: 1 << 28 });
    try {
      renameSync(partial, folder);
    } catch {
      // Another test process was faster.
      rmSync(partial, { recursive: true, force: true });
    }
  }
  return { executablePath: join(folder, 'chromium'), libraries: join(folder, 'lib') };
}

/** Folder of the packed browser; the package does not export its package.json, so it is found from its entry. */
function cacheSource(): string {
  let folder = dirname(require.resolve('@sparticuz/chromium'));
  while (!readdirSync(folder).includes('bin')) folder = dirname(folder);
  return join(folder, 'bin');
}

function program(): Program {
  const chosen = process.env.CHROME_PATH;
  if (chosen !== undefined && chosen !== '') return { executablePath: chosen, libraries: null };
  const installed = installedPrograms.find((path) => existsSync(path));
  if (installed !== undefined) return { executablePath: installed, libraries: null };
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('Set CHROME_PATH to a Chromium or Chrome: the one that comes with npm ci runs on Linux x64 only.');
  }
  return unpackedProgram();
}

/** A font configuration that always has Chinese, also on a system without any font. */
function fontConfiguration(): string {
  const fonts = packageFolder('@expo-google-fonts/noto-sans-sc');
  mkdirSync(cacheFolder, { recursive: true });
  const file = join(cacheFolder, 'fonts.conf');
  const chinese = ['sans-serif', 'serif', 'Microsoft YaHei', '微软雅黑', 'PingFang SC', 'Segoe UI', 'Arial', 'Times New Roman', 'DengXian', '等线', 'SimSun', '宋体']
    .map((family) => `<alias binding="same"><family>${family}</family><prefer><family>Noto Sans SC</family></prefer></alias>`)
    .join('');
  writeFileSync(
    file,
    `<?xml version="1.0"?><fontconfig><dir>${join(fonts, '400Regular')}</dir><dir>${join(fonts, '700Bold')}</dir>` +
      `<dir>/usr/share/fonts</dir><cachedir>${join(cacheFolder, 'fontcache')}</cachedir>${chinese}</fontconfig>`,
  );
  return file;
}

/**
 * Starts a headless browser: CHROME_PATH, else an installed Chromium, else the one that comes with `npm ci`.
 * The caller closes it.
 */
export async function openBrowser(): Promise<Browser> {
  const { executablePath, libraries } = program();
  const env: Record<string, string> = { FONTCONFIG_FILE: fontConfiguration() };
  for (const [name, value] of Object.entries(process.env)) if (value !== undefined) env[name] ??= value;
  if (libraries !== null) env.LD_LIBRARY_PATH = [libraries, process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  return chromium.launch({
    executablePath,
    headless: true,
    env,
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--font-render-hinting=none', '--disable-background-networking'],
  });
}
