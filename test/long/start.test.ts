import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '../..');
const port = 3457;
let server: ChildProcess | undefined;

afterEach(async () => {
  if (server === undefined || server.exitCode !== null) return;
  server.kill();
  await once(server, 'close');
});

test('npm start says where the workbench is, and the workbench is there', async () => {
  const started = Date.now();
  const output: string[] = [];
  const child = spawn(process.execPath, [join(root, 'node_modules/webpack/bin/webpack.js'), 'serve', '--config', 'src/workbench/webpack.config.js'], {
    cwd: root,
    env: { ...process.env, PORT: String(port) },
  });
  server = child;
  const line = await new Promise<string>((done, fail) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output.push(text);
      const found = /工作台已就绪：(\S+)/.exec(output.join(''));
      if (found?.[1] !== undefined) done(found[1]);
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => output.push(text));
    child.on('close', () => fail(new Error(`the server ended:\n${output.join('')}`)));
  });
  const seconds = (Date.now() - started) / 1000;
  console.log(`workbench ready after ${seconds.toFixed(1)} s`);
  expect(line).toBe(`http://localhost:${port}`);
  expect(output.join('').trim().split('\n')).toHaveLength(1);
  for (const path of ['', '/taskpane.html', '/office-js/office.js', '/assets/icons/check-32.png', '/boot.js']) {
    expect([path, (await fetch(`${line}${path}`)).status]).toEqual([path, 200]);
  }
});
