import tseslint from 'typescript-eslint';
import reactHooks from 'eslint-plugin-react-hooks';

const environmentOnlyInConfig = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'Read the environment in apps/server/src/config.ts only.',
};
const clockOnly = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Use platform/clock.' },
  { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: 'Use platform/clock.' },
  { selector: "CallExpression[callee.property.name='randomUUID']", message: 'Use platform/ids.' },
];

export default tseslint.config(
  {
    ignores: [
      '**/dist/',
      '**/node_modules/',
      '.cache/',
      '.data/',
      'artifacts/',
      'coverage/',
      '**/*.cjs',
      'apps/miniprogram/config/**',
    ],
  },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      'no-console': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'max-lines': ['error', { max: 300, skipBlankLines: false, skipComments: false }],
    },
  },
  {
    files: ['apps/server/src/**/*.ts'],
    ignores: ['**/*.test.ts', '**/config.ts', '**/platform/clock.ts', '**/platform/ids.ts'],
    rules: { 'no-restricted-syntax': ['error', environmentOnlyInConfig, ...clockOnly] },
  },
  {
    files: ['packages/rules/src/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: { 'no-restricted-syntax': ['error', environmentOnlyInConfig, ...clockOnly] },
  },
  {
    files: ['apps/{miniprogram,console}/src/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    files: ['**/*.test.ts', '**/*.test.tsx', 'test/**/*.ts', 'scripts/**'],
    rules: { 'max-lines': ['error', 400], 'no-console': 'off' },
  },
);
