import fs from 'node:fs';
import path from 'node:path';
import { parse, type ecmaVersion } from 'acorn';
import { inRepository } from '../support/repository';
import { readDist } from './harness/dist';
import { createRenderer } from './harness/tree';
import { compileWxss } from './harness/wechat-compiler';

/** UI and MINIPROGRAM documents: our own budget for the main package; the rest are WeChat's limits. */
const MAIN_BYTES = 700 * 1024;
const SUBPACKAGE_BYTES = 2 * 1024 * 1024;
const TOTAL_BYTES = 30 * 1024 * 1024;

/** What iOS 12 and Chrome 70 understand without being asked to. */
const SYNTAX: ecmaVersion = 2019;

/** Names that zod 4 needs at run time, also when its code is minified. */
const ZOD = /ZodError|\$ZodType|_zod\b/;

const dist = readDist(inRepository('apps/miniprogram/dist/weapp'));
const files = dist.files('').filter(file => file !== 'project.config.json');
const bytes = (names: string[]) => names.reduce((sum, name) => sum + fs.statSync(path.join(dist.folder, name)).size, 0);
const packageOf = (file: string) => dist.subpackages.find(({ root }) => file.startsWith(`${root}/`))?.root ?? 'main';

test('size: main package -> at most 700 KB', () => {
  expect(bytes(files.filter(file => packageOf(file) === 'main'))).toBeLessThanOrEqual(MAIN_BYTES);
});

test('size: each subpackage -> at most 2 MB, all together 30 MB', () => {
  const tooBig = dist.subpackages
    .map(({ root }) => root)
    .filter(root => bytes(files.filter(file => packageOf(file) === root)) > SUBPACKAGE_BYTES);
  expect(tooBig).toEqual([]);
  expect(bytes(files)).toBeLessThanOrEqual(TOTAL_BYTES);
});

test('bundles: zod -> in none of them', () => {
  expect(dist.files('.js').filter(file => ZOD.test(dist.read(file)))).toEqual([]);
});

test('scripts: syntax newer than ES2019 -> in none of them', () => {
  const tooNew = dist.files('.js').flatMap(file => {
    try {
      parse(dist.read(file), { ecmaVersion: SYNTAX, sourceType: 'script', allowReturnOutsideFunction: true });
      return [];
    } catch (error) {
      return [`${file}: ${(error as Error).message}`];
    }
  });
  expect(tooNew).toEqual([]);
});

test('app.json: pages, tabs, preloaded packages -> all there', () => {
  const missing = dist.pages.filter(
    page => !dist.has(`${page}.js`) || !dist.has(`${page}.wxml`) || !dist.has(`${page}.json`),
  );
  const tabsOutside = dist.tabs.filter(({ pagePath }) => !dist.app.pages.includes(pagePath));
  const known = dist.subpackages.flatMap(({ root, name }) => [root, name]);
  const wanted = Object.values(dist.app.preloadRule ?? {}).flatMap(({ packages }) => packages);
  expect({ missing, tabsOutside, unknown: wanted.filter(name => !known.includes(name)) }).toEqual({
    missing: [],
    tabsOutside: [],
    unknown: [],
  });
  expect(dist.tabs.length).toBeLessThanOrEqual(5);
});

test('templates and styles: WeChat compilers -> no error', () => {
  expect(createRenderer(dist)).toBeInstanceOf(Function);
  expect(Object.keys(compileWxss(dist))).toContain('app');
});
