// @ts-check
/**
 * Only what Biome cannot see: rules that need types, and React's hook and compiler rules. Format, imports, style and
 * accessibility are Biome's.
 */

import { defineConfig, globalIgnores } from 'eslint/config';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const tests = ['**/*.test.{ts,tsx}', 'tests/**', 'bench/**'];

export default defineConfig(
  globalIgnores([
    'dist',
    '.cache',
    // AssemblyScript, which only its own compiler understands.
    'src/engine/devices/wasm/kernel',
    'node_modules',
    'playwright-report',
    'test-results',
    '*.config.js',
    '**/*.cjs',
  ]),
  {
    files: ['**/*.{ts,tsx,js}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `async` without `await` keeps one signature for devices that wait and devices that do not.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
      // onPress={async () => …} is fine: the action shows its own failure.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat.recommended],
  },
  {
    files: ['src/app/**/*.{ts,tsx}', 'src/panels/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'TemplateElement[value.raw=/^: $/]',
          message:
            'Chinese has a colon of its own: put names together with named() of panels/shared/punctuation.',
        },
      ],
    },
  },
  {
    // Loops over typed arrays, where noUncheckedIndexedAccess would ask for a check of every element.
    files: ['src/engine/devices/**', 'src/engine/data/**', 'src/drawings/**'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    files: tests,
    rules: {
      'max-lines': 'off',
      'max-lines-per-function': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    // JSON.parse and process arguments without casts, which JavaScript has no short syntax for.
    files: ['scripts/*.js'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
    },
  },
);
