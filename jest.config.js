'use strict';

// Drawn here, once for all files and workers; the random tests print what they were given (test/cases/seed.ts).
if (process.env.SEED === 'random') process.env.SEED = String(Math.floor(Math.random() * 2 ** 31));

// Univer depends on a few packages that ship ES modules only; everything else in node_modules is left as it is.
const esModuleOnly = [
  'nanoid', 'kdbush', 'rbush', 'quickselect', 'cjk-regex', 'regexp-util', 'unicode-regex',
  'franc-min', 'trigram-utils', 'n-gram', 'collapse-white-space',
];

const shared = {
  rootDir: __dirname,
  transform: {
    '\\.(liquid|svg|xml)$': '<rootDir>/test/setup/textTransform.js',
    '\\.[jt]sx?$': '<rootDir>/test/setup/typescript.js',
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esModuleOnly.join('|')})/)`],
  moduleNameMapper: {
    '^lodash-es$': 'lodash',
    '\\.css$': '<rootDir>/test/setup/emptyModule.js',
  },
};

const node = (displayName, testMatch, more = {}) => ({
  ...shared,
  displayName,
  testEnvironment: '<rootDir>/test/setup/sharedEngineEnvironment.js',
  transform: { '/node_modules/@univerjs/.+\\.js$': '<rootDir>/test/setup/sharedEngine.js', ...shared.transform },
  transformIgnorePatterns: [`/node_modules/(?!(${[...esModuleOnly, '@univerjs'].join('|')})/)`],
  setupFiles: ['<rootDir>/test/setup/nodeGlobals.js'],
  // Looked up in jest's sandbox, every use of a global costs a call; these no test replaces.
  sandboxInjectedGlobals: ['Array', 'JSON', 'Map', 'Math', 'Number', 'Object', 'RegExp', 'Set', 'String', 'Symbol', 'Uint8Array', 'WeakMap'],
  testMatch,
  ...more,
});

const projects = {
  unit: node('unit', ['<rootDir>/test/**/*.test.ts'], {
    testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/(pane|browser|long|bench)/'],
  }),
  pane: {
    ...shared,
    displayName: 'pane',
    testEnvironment: 'jsdom',
    testEnvironmentOptions: { customExportConditions: ['node', 'node-addons', 'require'] },
    setupFiles: ['<rootDir>/test/setup/paneGlobals.js'],
    testMatch: ['<rootDir>/test/pane/**/*.test.{ts,tsx}'],
  },
  browser: node('browser', ['<rootDir>/test/browser/**/*.test.ts'], {
    globalSetup: '<rootDir>/test/browser/setup/buildOnce.ts',
  }),
  // Beside the long tests proper, property tests that `npm test` runs a tenth of (test/cases/runs.ts).
  long: node('long', ['<rootDir>/test/long/**/*.test.ts', '<rootDir>/test/check/anyContent.test.ts', '<rootDir>/test/check/falseAlarms.test.ts', '<rootDir>/test/check/plantedErrors.test.ts', '<rootDir>/test/evaluation/amountUnit.test.ts', '<rootDir>/test/evaluation/rules/indicatorKinds.test.ts', '<rootDir>/test/evaluation/ownRules/bothFaces.test.ts'], {
    globalSetup: '<rootDir>/test/browser/setup/buildOnce.ts',
  }),
  bench: node('bench', ['<rootDir>/test/bench/**/*.test.ts']),
};

// `long` and `bench` take minutes: only their own npm scripts choose them.
const chosen = (process.env.JIXIAO_TESTS ?? 'unit,pane,browser').split(',');

module.exports = {
  projects: chosen.map((name) => projects[name]),
  // Ends what hangs, no more: the played Excel lays out a whole workbook in many tests, and machines differ.
  testTimeout: 600_000,
  cacheDirectory: '<rootDir>/.cache/jest',
  maxWorkers: 2,
};
