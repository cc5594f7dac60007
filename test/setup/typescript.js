'use strict';
// TypeScript for jest: types are only taken off, a test of its own (npm run types) checks them. Also for the few packages that
// ship ES modules only.
const { createHash } = require('node:crypto');
const { transformSync, version } = require('esbuild');

const options = { format: 'cjs', target: 'es2022', platform: 'node', supported: { 'dynamic-import': false }, jsx: 'automatic', sourcemap: 'inline', sourcesContent: true, logLevel: 'silent' };

module.exports = {
  process: (source, path) => ({ code: transformSync(source, { ...options, sourcefile: path, loader: /\.[jt]sx$/.test(path) ? 'tsx' : 'ts' }).code }),
  getCacheKey: (source, path) => createHash('sha256').update(`${version} ${JSON.stringify(options)} ${path} `).update(source).digest('hex'),
};
