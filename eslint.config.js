/** What the compiler cannot hold: style, the layers' dangerous APIs, and Lit's own rules. Layers are in .dependency-cruiser.cjs. */
import js from '@eslint/js';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import globals from 'globals';
import tseslint from 'typescript-eslint';

/** Beside its one wrapper a library may be measured. */
const oneWrapper = [
  {
    name: 'lunr',
    allow: ['main/core/search/{lunr,bench/peers/lunr,test-helpers/lunr-oracle}.ts'],
    message: 'Only main/core/search/lunr.ts imports lunr.',
  },
  { name: 'dompurify', allow: ['renderer/lib/sanitise.ts'], message: 'Sanitise through renderer/lib/sanitise.ts.' },
  {
    name: 'better-sqlite3',
    allow: ['main/core/store/**', 'main/core/search/bench/peers/fts5.ts'],
    message: 'The database belongs to main/core/store.',
  },
];

export default tseslint.config(
  {
    ignores: [
      'dist',
      'release',
      'node_modules',
      'test-results',
      'playwright-report',
      'content/the-patch',
      '**/fixtures/**',
    ],
  },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['*.js', '*.cjs', '*.ts'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      'max-lines': ['error', { max: 300 }],
      'no-restricted-imports': ['error', { paths: oneWrapper.map(({ name, message }) => ({ name, message })) }],
      'no-console': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/dot-notation': 'off', // noPropertyAccessFromIndexSignature asks for the brackets
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/unbound-method': 'off', // Lit's event bindings and node:util are safe without
    },
  },
  ...oneWrapper.map(({ name, allow }) => ({
    files: allow,
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: oneWrapper
            .filter((other) => other.name !== name)
            .map((other) => ({ name: other.name, message: other.message })),
        },
      ],
    },
  })),
  {
    files: ['main/**', 'content/**', '*.ts', '*.js', '*.cjs', 'e2e/**'],
    languageOptions: { globals: globals.node },
  },
  {
    // The network is one port of the shell's, not Node's own clients: nothing here may phone out by accident.
    files: ['main/**'],
    ignores: ['main/**/*.test.ts'],
    rules: {
      'no-restricted-globals': ['error', { name: 'fetch', message: 'The core and the shells make no requests.' }],
    },
  },
  {
    // Entries that print: the command line, the builds, and the core's log.
    files: [
      'main/cli/**',
      'content/*.ts',
      'e2e/**',
      'main/core/host/core-process.ts',
      'main/electron/main.ts',
      '**/*.bench.ts',
      'main/core/search/bench/measure.ts',
    ],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['renderer/**/*.ts'],
    languageOptions: { globals: globals.browser },
    plugins: { lit, wc, 'lit-a11y': litA11y },
    rules: {
      ...lit.configs['flat/recommended'].rules,
      ...wc.configs['flat/recommended'].rules,
      ...litA11y.configs.recommended.rules,
      'lit/no-template-bind': 'error',
      'lit/no-invalid-html': 'error',
      'no-restricted-syntax': [
        'error',
        {
          selector: 'AssignmentExpression[left.property.name=/^(innerHTML|outerHTML)$/]',
          message: 'Markup goes through renderer/lib/sanitise.ts, as a fragment.',
        },
      ],
    },
  },
  {
    files: ['**/*.test.ts', 'e2e/**'],
    rules: {
      'max-lines': ['error', { max: 500 }],
      '@typescript-eslint/no-non-null-assertion': 'off',
      'no-empty-pattern': ['error', { allowObjectPatternsAsParameters: true }], // Playwright reads the pattern
    },
  },
  { files: ['*.js', '*.cjs', '**/*.mjs'], ...tseslint.configs.disableTypeChecked },
);
