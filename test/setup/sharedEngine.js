'use strict';
// A transform that does not transform: a module of the spreadsheet engine is taken from the process instead of being
// compiled anew (4 MB) for every test file. Node can only do so when it may require ES modules; else the source stays.

const canShare = process.features.require_module === true;

module.exports = {
  process: (source, path) => ({
    code: canShare ? `module.exports = globalThis.requireShared(${JSON.stringify(path)});` : source,
  }),
  getCacheKey: (_source, path) => `${canShare ? 'shared' : 'own'} ${path}`,
};
