'use strict';
// The workbench: the unmodified task pane beside a spreadsheet that plays Excel, for trying and testing without Office.
// Never published: it uses Office.js from node_modules, whose licence only allows development and test.
const path = require('node:path');
const HtmlPlugin = require('html-webpack-plugin');
const { root, target, rules, resolve, panePage, entries, installationFiles, developmentUrl } = require('../../webpack.config').pane;

const wantedPort = Number(process.env.PORT ?? 3000);
// webpack-dev-server looks from here for the first free port.
process.env.WEBPACK_DEV_SERVER_BASE_PORT = String(wantedPort);
const officeJsFolder = path.join(root, 'node_modules/@microsoft/office-js/dist');

const shared = {
  mode: 'development',
  target: ['web', target],
  module: { rules },
  resolve,
  performance: { hints: false },
  stats: 'errors-only',
  infrastructureLogging: { level: 'error' },
};
const cache = (name) => ({ type: 'filesystem', cacheDirectory: path.join(root, '.cache/webpack'), name });
const output = (name) => ({
  path: path.join(root, '.cache/workbench'),
  filename: '[name].js',
  chunkFilename: `${name}.[name].chunk.js`,
  publicPath: '',
});

/** Says once, in one line, where the workbench is: when it is built and when its server listens. */
function announcer() {
  let built = false;
  let listening = null;
  let announced = false;
  const tell = () => {
    if (announced || !built || listening === null) return;
    announced = true;
    process.stdout.write(`工作台已就绪：http://localhost:${listening}\n`);
  };
  return {
    apply(compiler) {
      compiler.hooks.done.tap('announce', (stats) => {
        built = !stats.hasErrors();
        tell();
      });
    },
    onListening(server) {
      listening = server.server.address().port;
      tell();
    },
  };
}

module.exports = (env = {}) => {
  const serving = env.WEBPACK_SERVE === true;
  const devtool = serving ? 'cheap-source-map' : false;
  const announce = announcer();
  const pane = {
    ...shared,
    devtool,
    name: 'pane',
    entry: { ...entries, boot: path.join(root, 'src/workbench/host/boot.ts') },
    output: output('pane'),
    cache: cache('workbench-pane'),
    plugins: [...panePage('/office-js/office.js', ['boot.js']), installationFiles(developmentUrl)],
  };
  const page = {
    ...shared,
    devtool,
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
      port: 'auto',
      host: 'localhost',
      onListening: announce.onListening,
      open: false,
      hot: false,
      liveReload: true,
      client: { logging: 'none', overlay: false },
      static: [{ directory: officeJsFolder, publicPath: '/office-js/', watch: false }],
    },
  };
  return [pane, page];
};
