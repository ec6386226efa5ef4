import { createRequire } from 'node:module';
import path from 'node:path';
import { bundle } from './bundle.mjs';
import { loadDistrict, SETTINGS } from './demo-district.mjs';
import { inRoot } from './root.mjs';
import { runNode } from './run.mjs';
import { buildIfStale } from './stale.mjs';
import { PlainError } from './terminal.mjs';

/** The weapp of the tests calls this address; the harness leads it to the server under test. */
const TEST_API_ORIGIN = 'http://127.0.0.1:3000';

const tools = ['package-lock.json', 'tsconfig.json', 'scripts/lib/bundle.mjs', 'scripts/lib/build.mjs'];
const packages = ['contracts', 'rules', 'wechat', 'embedded-mongo', 'mongo-documents'].flatMap(name => [
  `packages/${name}/src`,
  `packages/${name}/package.json`,
]);
const clientInputs = [
  ...tools,
  'packages/contracts/src',
  'packages/contracts/package.json',
  ...['src', 'config', 'types', 'package.json', 'babel.config.js', 'project.config.json'].map(
    x => `apps/miniprogram/${x}`,
  ),
];

const serverInputs = [...tools, ...packages, 'apps/server/src', 'config'];

const threads = {
  'apps/server/dist/read-workbook.worker': 'apps/server/src/modules/catalog/sheets/read-workbook.worker.ts',
  'apps/server/dist/documents.worker': 'apps/server/src/modules/documents/reading/documents.worker.ts',
};

const targets = {
  engine: () => ({
    label: 'the database engine',
    inputs: [...tools, 'packages/embedded-mongo/src', 'packages/mongo-documents/src'],
    output: 'packages/embedded-mongo/dist/engine.cjs',
    build: () => bundle({ 'packages/embedded-mongo/dist/engine': 'packages/embedded-mongo/src/main.ts' }),
  }),
  server: () => ({
    label: 'the server',
    inputs: serverInputs,
    output: 'apps/server/dist/main.cjs',
    build: () =>
      bundle({
        'apps/server/dist/main': 'apps/server/src/main.ts',
        'apps/server/dist/cli': 'apps/server/src/cli.ts',
        ...threads,
      }),
  }),
  // The tests run the server from its source, and its worker threads from these bundles.
  threads: () => ({
    label: 'the readers of documents',
    inputs: [
      ...tools,
      'apps/server/src/modules/catalog/sheets',
      'apps/server/src/modules/documents',
      'apps/server/src/platform/zip.ts',
      'packages/rules/src',
    ],
    output: 'apps/server/dist/documents.worker.cjs',
    build: () => bundle(threads),
  }),
  // After the engine and the server, which load it.
  district: () => ({
    label: 'the demo district for tests',
    inputs: [...serverInputs, SETTINGS, 'scripts/lib/demo-district.mjs'],
    output: '.cache/demo-district/keys.json',
    build: loadDistrict,
  }),
  h5: () => ({
    label: 'the H5 (about half a minute)',
    inputs: clientInputs,
    output: 'apps/miniprogram/dist/h5/index.html',
    build: () => taro('h5', {}),
  }),
  console: () => ({
    label: 'the console',
    inputs: [
      ...tools,
      'packages/contracts/src',
      'packages/rules/src',
      'config/holidays',
      ...['src', 'index.html', 'package.json', 'vite.config.mjs'].map(x => `apps/console/${x}`),
    ],
    output: 'apps/console/dist/index.html',
    build: buildConsole,
  }),
  weapp: apiOrigin => ({
    label: 'the WeChat mini-program',
    inputs: clientInputs,
    extra: apiOrigin,
    output: 'apps/miniprogram/dist/weapp/app.json',
    build: () => taro('weapp', { API_ORIGIN: apiOrigin }),
  }),
};

export const targetNames = Object.keys(targets);

/** Builds what is stale of the named targets. The weapp needs the address of its server. */
export async function buildStale(names, { apiOrigin = TEST_API_ORIGIN } = {}) {
  for (const name of names) await buildIfStale({ name, ...targets[name](apiOrigin) });
}

/** In a process of its own: Vite makes the environment of the one it runs in a production's. */
async function buildConsole() {
  const cwd = inRoot('apps/console');
  const vite = path.join(
    path.dirname(createRequire(`${cwd}/package.json`).resolve('vite/package.json')),
    'bin/vite.js',
  );
  const { code, output } = await runNode(vite, ['build', '--logLevel', 'error'], { cwd, quiet: true });
  if (code !== 0) throw new PlainError(`Vite could not build the console:\n${output.trim()}`);
}

async function taro(type, env) {
  const cli = inRoot('node_modules/@tarojs/cli/bin/taro');
  const { code, output } = await runNode(cli, ['build', '--type', type], {
    cwd: inRoot('apps/miniprogram'),
    env: { NODE_ENV: 'production', ...env },
    quiet: true,
  });
  // Taro's command line ends with 0 even when webpack found errors, so its output counts too.
  if (code !== 0 || /Failed to compile|ERROR in|✖ Webpack/.test(output)) {
    throw new PlainError(`Taro could not build the ${type}:\n${output.trim().split('\n').slice(-40).join('\n')}`);
  }
}
