import path from 'node:path';
import { defineConfig } from '@tarojs/cli';
import { appShell } from './app-shell';

/**
 * One source, two builds: TARO_ENV=weapp -> dist/weapp, TARO_ENV=h5 -> dist/h5.
 * API_ORIGIN (for example https://gov.example.cn) is compiled into the mini-program, which has no origin of its own;
 * the H5 is served by the same server as the API and asks its own origin.
 */
const target = process.env.TARO_ENV ?? 'weapp';
const here = path.resolve(__dirname, '..');
const packages = path.resolve(here, '../../packages');
const apiOrigin = target === 'h5' ? '' : (process.env.API_ORIGIN ?? 'http://127.0.0.1:3000').replace(/\/+$/, '');

/** TypeScript sources of the workspace, and packages that ship syntax newer than the oldest phones understand. */
const compiled = (file: string) =>
  file.startsWith(packages) || /node_modules[\\/](@tanstack|@noble|zustand)[\\/]/.test(file);

interface Group {
  origins: { module?: { context: string | null }; request: string }[];
}
interface ChunkGraph {
  getModuleChunks(module: unknown): { groupsIterable: Iterable<Group> }[];
}

/** Whether nothing but pages of the workbench, or the outbox that is opened when something waits, asks for a module of the H5. */
const isOfWorkbench = (module: unknown, { chunkGraph }: { chunkGraph: ChunkGraph }): boolean =>
  chunkGraph
    .getModuleChunks(module)
    .flatMap(({ groupsIterable }) => [...groupsIterable])
    .every(({ origins }) =>
      origins.some(({ module: asker, request }) =>
        /[\\/](subpackages|features)[\\/]grid([\\/]|$)/.test(`${request} ${asker?.context}`),
      ),
    );

export default defineConfig<'webpack5'>(async () => ({
  projectName: 'bandeng',
  date: '2026-11-21',
  designWidth: 750,
  deviceRatio: { 640: 1.17, 750: 1, 375: 2, 828: 0.905 },
  sourceRoot: 'src',
  outputRoot: `dist/${target}`,
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: process.env.BUILD_CACHE === '1' },
  alias: { '@': path.join(here, 'src') },
  plugins: [path.join(__dirname, 'accessibility.ts')],
  env: {
    API_ORIGIN: JSON.stringify(apiOrigin),
    APP_VERSION: JSON.stringify(process.env.npm_package_version ?? '0.1.0'),
  },
  copy: { patterns: [], options: {} },
  mini: {
    compile: { include: [compiled as never] },
    optimizeMainPackage: { enable: true },
    miniCssExtractPluginOption: { ignoreOrder: true },
    postcss: { pxtransform: { enable: true, config: {} }, cssModules: { enable: false } },
    webpackChain(chain) {
      chain.plugin('abort-controller').use(require('webpack').ProvidePlugin, [
        {
          AbortController: [path.join(here, 'src/lib/abort-controller.ts'), 'AbortController'],
          AbortSignal: [path.join(here, 'src/lib/abort-controller.ts'), 'AbortSignal'],
        },
      ]);
    },
  },
  h5: {
    publicPath: '/m/',
    staticDirectory: 'static',
    router: { mode: 'hash' },
    compile: { include: [compiled as never] },
    // Our own HTML elements stand in for Taro's web components: real buttons and labels, and 60 KB less.
    useHtmlComponents: true,
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[chunkhash:8].js' },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[chunkhash:8].css',
    },
    postcss: {
      autoprefixer: { enable: true, config: {} },
      pxtransform: { enable: true, config: {} },
      cssModules: { enable: false },
    },
    webpackChain(chain) {
      chain.plugin('app-shell').use(appShell('/m/') as never);
      chain.module
        .rule('lean-routes')
        .test(/contracts[\\/]src[\\/]routes[\\/][\w-]+\.ts$/)
        .enforce('pre')
        .use('lean-routes')
        .loader(path.join(packages, 'contracts/src/lean-routes.cjs'));
      chain.resolve.alias
        .set('@tarojs/components$', path.join(here, 'src/ui/html/index.ts'))
        .set('@tarojs/components/dist/components$', path.join(here, 'src/ui/html/no-custom-elements.ts'))
        .set('@tarojs/components-react/dist/index.css', path.join(here, 'src/ui/styles/none.css'));
      chain.optimization.merge({
        splitChunks: {
          cacheGroups: {
            // The workbench has many pages of its own: what only they share is loaded with them, and not with a resident's home.
            workbench: {
              name: 'workbench',
              test: isOfWorkbench,
              ...{ chunks: 'async', minChunks: 2, priority: 6, reuseExistingChunk: true },
            },
            // What many pages share is loaded once, with the first of them: so many that the workbench alone does not count.
            shared: { name: 'shared', chunks: 'async', minChunks: 10, priority: 5, reuseExistingChunk: true },
            // What a few share is loaded with whichever of them comes first, and not by the others.
            few: { chunks: 'async', minChunks: 2, minSize: 6_000, priority: 4, reuseExistingChunk: true },
          },
        },
      });
    },
  },
}));
