'use strict';
const { createHash } = require('node:crypto');

/** Imports a text file as its text, as webpack's asset/source does. */
module.exports = {
  process: (text) => ({
    code: `Object.defineProperty(exports, '__esModule', { value: true });\nexports.default = ${JSON.stringify(text)};`,
  }),
  getCacheKey: (text) => createHash('sha256').update(`text-1:${text}`).digest('hex'),
};
