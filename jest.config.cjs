/** Tests compile TypeScript with swc to CommonJS; packages that ship only ESM are compiled too. */
const esmOnly = [
  'jose',
  'file-type',
  'strtok3',
  'token-types',
  'uint8array-extras',
  'mingo',
  'otplib',
  '@otplib',
  '@scure',
  '@noble',
  'peek-readable',
  '@tokenizer',
  '@borewit',
];
const swc = [
  '@swc/jest',
  {
    jsc: {
      parser: { syntax: 'typescript', tsx: true },
      transform: { react: { runtime: 'automatic' } },
      target: 'es2022',
    },
    module: { type: 'commonjs' },
  },
];
const base = {
  rootDir: __dirname,
  transform: { '^.+\\.(t|j|mj)sx?$': swc },
  transformIgnorePatterns: [`node_modules/(?!(${esmOnly.join('|')})/)`],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  moduleNameMapper: { '^@/(.*)$': '<rootDir>/apps/miniprogram/src/$1' },
};
/** Suites across apps: built apps, a real server, a real browser. */
const across = name => ({
  ...base,
  displayName: name,
  testMatch: [`<rootDir>/test/${name}/**/*.test.ts`],
  globalSetup: '<rootDir>/test/support/prepare-apps.ts',
  setupFilesAfterEnv: ['<rootDir>/test/support/patience.ts'],
});
module.exports = {
  projects: [
    {
      ...base,
      displayName: 'packages',
      testMatch: ['<rootDir>/{packages/*,apps/console}/src/**/*.test.ts'],
      setupFilesAfterEnv: ['<rootDir>/test/support/patience.ts'],
    },
    {
      ...base,
      displayName: 'server',
      testMatch: ['<rootDir>/apps/server/src/**/*.test.ts'],
      setupFilesAfterEnv: ['<rootDir>/test/support/patience.ts'],
      globalSetup: '<rootDir>/test/support/start-database.ts',
      globalTeardown: '<rootDir>/test/support/stop-database.ts',
    },
    {
      ...base,
      displayName: 'miniprogram',
      testMatch: ['<rootDir>/apps/miniprogram/src/**/*.test.{ts,tsx}'],
      testEnvironment: 'jsdom',
      moduleNameMapper: {
        ...base.moduleNameMapper,
        '^@tarojs/components$': '<rootDir>/apps/miniprogram/test/taro-components.tsx',
        '^@tarojs/taro$': '<rootDir>/apps/miniprogram/test/taro.ts',
        '\\.s?css$': '<rootDir>/apps/miniprogram/test/style.ts',
      },
    },
    across('weapp'),
    across('e2e'),
    across('faults'),
  ],
};
