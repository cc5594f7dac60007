'use strict';
// The product. Settings, as environment variables or as --env NAME=value:
//   OFFICE_JS  global | 21vianet | self   where the pane loads Office.js from (default global)
//   ADDIN_URL  https address the product is served from (default https://localhost:3000)
const { createHash } = require('node:crypto');
const { readFileSync } = require('node:fs');
const path = require('node:path');
const CopyPlugin = require('copy-webpack-plugin');
const { EsbuildPlugin } = require('esbuild-loader');
const HtmlPlugin = require('html-webpack-plugin');

const root = __dirname;

/** The address the manifest in the repository names. */
const developmentUrl = 'https://localhost:3000';

/** Where the pane loads Office.js from. `self` needs a copy of Office.js served beside the product; we ship none. */
const officeJsUrls = {
  global: 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js',
  '21vianet': 'https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js',
  self: '/office-js/office.js',
};

/**
 * Content security policy of every page of the product.
 * Styles are inline because Fluent UI writes them at run time; no frame-ancestors, because Excel on the web frames the pane.
 */
function contentSecurityPolicy(officeJs) {
  const host = officeJs.startsWith('https:') ? ` ${new URL(officeJs).origin}` : '';
  return [
    "default-src 'none'",
    `script-src 'self'${host}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** Syntax the webviews of Excel 2021 read. */
const target = 'es2020';

const rules = [
  { test: /\.tsx?$/, exclude: /node_modules/, loader: 'esbuild-loader', options: { target } },
  { test: /\.m?js$/, resolve: { fullySpecified: false } },
  { test: /\.css$/, use: ['style-loader', 'css-loader'] },
  { test: /\.(liquid|xml|svg)$/, type: 'asset/source' },
];

const resolve = { extensions: ['.tsx', '.ts', '.mjs', '.js', '.json'] };

/** The page of the task pane; `scripts` come before the pane's own, in this order. */
function panePage(officeJs, scripts) {
  const preflight = path.join(root, 'src/pane/preflight/preflight.js');
  const hash = createHash('sha256').update(readFileSync(preflight)).digest('hex').slice(0, 10);
  return [
    // Copied, not bundled: a bundle would bring syntax that the webviews it speaks to cannot read.
    new CopyPlugin({ patterns: [{ from: preflight, to: `preflight.${hash}.js`, info: { minimized: true } }] }),
    new HtmlPlugin({
      filename: 'taskpane.html',
      template: path.join(root, 'src/pane/taskpane.html'),
      chunks: ['pane'],
      inject: false,
      minify: false,
      templateParameters: (_compilation, assets) => ({
        policy: contentSecurityPolicy(officeJs),
        preflight: `preflight.${hash}.js`,
        scripts: [...scripts, officeJs, ...assets.js],
      }),
    }),
  ];
}

const entries = { pane: path.join(root, 'src/pane/index.tsx') };

/** Icons, the help page and the manifest, with the address of the product put in for the development address. */
function installationFiles(addinUrl) {
  return new CopyPlugin({
    patterns: [
      { from: path.join(root, 'assets/icons/*.png'), to: 'assets/icons/[name][ext]' },
      { from: path.join(root, 'src/pane/help.html'), to: 'help.html' },
      {
        from: path.join(root, 'manifest.xml'),
        to: 'manifest.xml',
        transform: (content) => content.toString('utf8').replaceAll(developmentUrl, addinUrl),
      },
    ],
  });
}

/** The product. */
function product(env = {}) {
  const setting = (name, fallback) => env[name] ?? process.env[name] ?? fallback;
  const officeJs = officeJsUrls[setting('OFFICE_JS', 'global')];
  if (officeJs === undefined) throw new Error(`OFFICE_JS must be one of: ${Object.keys(officeJsUrls).join(', ')}`);
  const addinUrl = setting('ADDIN_URL', developmentUrl).replace(/\/+$/, '');
  if (!addinUrl.startsWith('https://')) throw new Error('ADDIN_URL must begin with https://');

  return {
    mode: 'production',
    target: ['web', target],
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
      minimizer: [new EsbuildPlugin({ target })],
    },
    performance: { hints: false },
    cache: { type: 'filesystem', cacheDirectory: path.join(root, '.cache/webpack'), name: 'product' },
    plugins: [...panePage(officeJs, []), installationFiles(addinUrl)],
    stats: { preset: 'errors-warnings', assets: true, assetsSpace: 30, modules: false, entrypoints: true },
  };
}

module.exports = product;
/** What the workbench builds its pane from. */
module.exports.pane = { root, developmentUrl, target, rules, resolve, panePage, entries, installationFiles };
