'use strict';
const js = require('@eslint/js');
const globals = require('globals');
const officeAddins = require('eslint-plugin-office-addins');
const tseslint = require('typescript-eslint');

const officeRules = Object.fromEntries(
  Object.keys(officeAddins.rules).map((rule) => [`office-addins/${rule}`, 'error']),
);
const officeGlobals = { Office: 'readonly', Excel: 'readonly', OfficeExtension: 'readonly', OfficeRuntime: 'readonly' };
const unused = { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'all' };

module.exports = [
  { ignores: ['node_modules/', 'dist/', '.cache/', 'coverage/', 'test-output/'] },
  js.configs.recommended,
  {
    files: ['**/*.js', '**/*.mjs'],
    languageOptions: { ecmaVersion: 2022, globals: { ...globals.node } },
    rules: { 'no-unused-vars': ['error', unused], eqeqeq: 'error' },
  },
  {
    // The preflight runs in webviews that only know ES5.
    files: ['src/pane/preflight/**/*.js'],
    languageOptions: { ecmaVersion: 5, sourceType: 'script', globals: { ...globals.browser, ...officeGlobals } },
  },
  ...tseslint.configs.recommended.map((config) => ({ ...config, files: ['**/*.ts', '**/*.tsx'] })),
  {
    files: ['**/*.ts', '**/*.tsx'],
    plugins: { 'office-addins': officeAddins },
    languageOptions: {
      ecmaVersion: 2022,
      parserOptions: { ecmaFeatures: { jsx: true }, warnOnUnsupportedTypeScriptVersion: false },
      globals: { ...globals.browser, ...globals.node, ...officeGlobals },
    },
    rules: {
      ...officeRules,
      'no-undef': 'off', // the type checker knows every global, including types
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-alert': 'error',
      'no-console': 'error',
      eqeqeq: 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      // The options are spelt out because this version of the rule fails to start without them.
      '@typescript-eslint/no-unused-expressions': [
        'error',
        { allowShortCircuit: false, allowTernary: false, allowTaggedTemplates: false, enforceForJSX: false },
      ],
      '@typescript-eslint/no-unused-vars': ['error', unused],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false }],
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-ignore': true, 'ts-expect-error': 'allow-with-description' }],
    },
  },
  {
    // A terminal program speaks on the console; tests may print seeds and figures.
    files: ['src/cli/**', 'test/**'],
    languageOptions: { globals: { ...globals.jest } },
    rules: { 'no-console': 'off' },
  },
];
