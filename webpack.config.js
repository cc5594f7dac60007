'use strict';
// The product. Settings, as environment variables or as --env NAME=value:
//   OFFICE_JS  global | 21vianet | self   where the pane loads Office.js from (default global)
//   ADDIN_URL  https address the product is served from (default https://localhost:3000)
const path = require('node:path');
const { root, developmentUrl, officeJsUrls, rules, resolve, panePage, entries, installationFiles } = require('./build/paneBuild');

module.exports = (env = {}) => {
  const setting = (name, fallback) => env[name] ?? process.env[name] ?? fallback;
  const officeJs = officeJsUrls[setting('OFFICE_JS', 'global')];
  if (officeJs === undefined) throw new Error(`OFFICE_JS must be one of: ${Object.keys(officeJsUrls).join(', ')}`);
  const addinUrl = setting('ADDIN_URL', developmentUrl).replace(/\/+$/, '');
  if (!addinUrl.startsWith('https://')) throw new Error('ADDIN_URL must begin with https://');

  return {
    mode: 'production',
    target: ['web', 'es2020'],
    devtool: 'source-map',
    entry: entries,
    output: {
      path: setting('DIST', path.join(root, 'dist')),
      filename: '[name].[contenthash:10].js',
      chunkFilename: '[name].[contenthash:10].js',
      publicPath: '',
      clean: true,
    },
    module: { rules },
    resolve,
    optimization: {
      splitChunks: { chunks: 'all' },
    },
    performance: { hints: false },
    cache: { type: 'filesystem', cacheDirectory: path.join(root, '.cache/webpack'), name: 'product' },
    plugins: [...panePage(officeJs, []), installationFiles(addinUrl)],
    stats: { preset: 'errors-warnings', assets: true, assetsSpace: 30, modules: false, entrypoints: true },
  };
};
