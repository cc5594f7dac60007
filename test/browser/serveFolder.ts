import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { extname, join, normalize, resolve } from 'node:path';

const root = resolve(__dirname, '../..');

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.css': 'text/css',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.xml': 'application/xml',
};

export interface Served {
  /** Origin without a slash at the end. */
  address: string;
  close(): Promise<void>;
}

/** The two builds that buildOnce makes. */
export const builtFolder = {
  workbench: join(root, '.cache/workbench'),
  product: join(root, '.cache/product'),
} as const;

/** Serves a built folder, and Office.js at /office-js/ when asked, on a free port of this machine. */
export async function serveFolder(folder: string, options: { officeJs: boolean } = { officeJs: true }): Promise<Served> {
  const officeJs = join(root, 'node_modules/@microsoft/office-js/dist');
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname));
    const file = path.startsWith('/office-js/')
      ? options.officeJs ? join(officeJs, path.slice('/office-js/'.length)) : ''
      : join(folder, path === '/' ? 'index.html' : path);
    if (file === '' || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'Content-Type': types[extname(file)] ?? 'application/octet-stream', 'Cache-Control': 'no-store' });
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((done, fail) => {
        server.closeAllConnections();
        server.close((error) => (error === undefined ? done() : fail(error)));
      }),
  };
}
