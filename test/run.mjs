// Runs the project's checks and says at the end, alone on a line, how many passed and failed.
//   node test/run.mjs          types, lint, unit, pane, browser
//   node test/run.mjs long     the long tests
//   node test/run.mjs bench    the benchmarks
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const bin = (name) => join(root, 'node_modules', name);
const scope = process.argv[2] ?? 'all';

function run(script, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script, ...args], {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.on('error', () => resolve(1));
    child.on('close', (code) => resolve(code ?? 1));
  });
}

const rows = [];
const record = (name, started, counts) =>
  rows.push({ name, seconds: ((Date.now() - started) / 1000).toFixed(0), passed: 0, failed: 0, skipped: 0, ...counts });

async function tool(name, script, args) {
  const started = Date.now();
  const code = await run(script, args);
  record(name, started, code === 0 ? { passed: 1 } : { failed: 1 });
}

async function jest(name, projects, args = []) {
  const started = Date.now();
  mkdirSync(join(root, '.cache'), { recursive: true });
  const file = join(root, '.cache', `jest-${name}.json`);
  rmSync(file, { force: true });
  const code = await run(
    bin('jest/bin/jest.js'),
    ['--json', `--outputFile=${file}`, '--passWithNoTests', ...args],
    { JIXIAO_TESTS: projects },
  );
  let result = null;
  try {
    result = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    record(name, started, { failed: 1 });
    return;
  }
  // A suite that does not even load has no failed test of its own, so it is counted here.
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
  record(name, started, {
    passed: result.numPassedTests,
    failed: code !== 0 && failed === 0 ? 1 : failed,
    skipped: result.numPendingTests + result.numTodoTests,
  });
}

if (scope === 'all') {
  // Browser tests wait much of their time, so they run beside everything else.
  await Promise.all([
    jest('browser', 'browser', ['--runInBand']),
    Promise.all([
      tool('types', bin('typescript/bin/tsc'), ['--noEmit', '-p', 'tsconfig.json']),
      tool('lint', bin('eslint/bin/eslint.js'), ['.', '--max-warnings', '0']),
    ]).then(() => jest('unit', 'unit,pane')),
  ]);
} else if (scope === 'long' || scope === 'bench') {
  await jest(scope, scope, scope === 'bench' ? ['--runInBand'] : []);
} else {
  process.stderr.write(`unknown scope: ${scope}\n`);
  process.exit(2);
}

const sum = (key) => rows.reduce((total, row) => total + row[key], 0);
process.stdout.write('\n');
for (const row of rows) {
  process.stdout.write(
    `${row.name.padEnd(8)} ${row.passed} passed, ${row.failed} failed, ${row.skipped} skipped, ${row.seconds} s\n`,
  );
}
process.stdout.write(`${sum('passed')} passed, ${sum('failed')} failed\n`);
process.exitCode = sum('failed') === 0 && sum('passed') > 0 ? 0 : 1;
