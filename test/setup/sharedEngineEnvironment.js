'use strict';
// Node as test environment, with the process's own `require` for the spreadsheet engine (see sharedEngine.js).
const { TestEnvironment } = require('jest-environment-node');

globalThis.navigator ??= { userAgent: 'node', platform: process.platform, language: 'zh-CN', languages: ['zh-CN'] };

// The engine's console is the process's: see src/workbench/host/engine/quietConsole.ts for this line.
const { error } = console;
console.error = (...parts) => {
  if (typeof parts[0] !== 'string' || !parts[0].startsWith('Dependency tree not found')) error.apply(console, parts);
};

module.exports = class SharedEngineEnvironment extends TestEnvironment {
  constructor(...context) {
    super(...context);
    this.global.requireShared = require;
  }
};
