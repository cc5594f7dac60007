'use strict';
// The workbench: the unmodified task pane beside a spreadsheet that plays Excel, for trying and testing without Office.
// Never published: it uses Office.js from node_modules, whose licence only allows development and test.
const path = require('node:path');
const HtmlPlugin = require('html-webpack-plugin');
const { root, rules, resolve, panePage, entries, installationFiles } = require('./build/paneBuild');

const port = Number(process.env.PORT ?? 3000);
const address = `http://localhost:${port}`;
const officeJsFolder = path.join(root, 'node_modules/@microsoft/office-js/dist');

const shared = {
  mode: 'development',
  devtool: 'cheap-source-map',
  target: ['web', 'es2020'],
  module: { rules },
  resolve,
  performance: { hints: false },
  stats: 'errors-warnings',
  infrastructureLogging: { level: 'error' },
};
const cache = (name) => ({ type: 'filesystem', cacheDirectory: path.join(root, '.cache/webpack'), name });
const output = (name) => ({
  path: path.join(root, '.cache/workbench'),
  filename: '[name].js',
  chunkFilename: `${name}.[name].chunk.js`,
  publicPath: '',
});

let announced = false;
const announce = {
  apply(compiler) {
    compiler.hooks.done.tap('announce', (stats) => {
      if (announced || stats.hasErrors()) return;
      announced = true;
      process.stdout.write(`工作台已就绪：${address}\n`);
    });
  },
};

module.exports = (env = {}) => {
  const serving = env.WEBPACK_SERVE === true;
  const pane = {
    ...shared,
    name: 'pane',
    entry: { ...entries, boot: path.join(root, 'src/workbench/host/boot.ts') },
    output: output('pane'),
    cache: cache('workbench-pane'),
    plugins: [...panePage('/office-js/office.js', ['boot.js']), installationFiles(address)],
  };
  const page = {
    ...shared,
    name: 'page',
    // The pane is complete before the page is, so that the page is never announced too early.
    dependencies: ['pane'],
    entry: { workbench: path.join(root, 'src/workbench/page/page.ts') },
    output: output('page'),
    cache: cache('workbench-page'),
    plugins: [
      new HtmlPlugin({ filename: 'index.html', template: path.join(root, 'src/workbench/page/index.html'), chunks: ['workbench'] }),
      ...(serving ? [announce] : []),
    ],
    devServer: {
      port,
      host: 'localhost',
      open: false,
      hot: false,
      liveReload: true,
      client: { logging: 'none', overlay: false },
      static: [{ directory: officeJsFolder, publicPath: '/office-js/', watch: false }],
    },
  };
  return [pane, page];
};
