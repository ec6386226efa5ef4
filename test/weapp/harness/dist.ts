import fs from 'node:fs';
import path from 'node:path';

interface Subpackage {
  root: string;
  name?: string;
  pages: string[];
}

interface AppJson {
  pages: string[];
  subPackages?: Subpackage[];
  subpackages?: Subpackage[];
  window?: PageJson;
  tabBar?: {
    custom?: boolean;
    color?: string;
    selectedColor?: string;
    backgroundColor?: string;
    list: { pagePath: string; text: string }[];
  };
  preloadRule?: Record<string, { packages: string[]; network?: 'all' | 'wifi' }>;
}

export interface PageJson {
  navigationBarTitleText?: string;
  navigationBarBackgroundColor?: string;
  navigationBarTextStyle?: string;
  navigationStyle?: string;
  backgroundColor?: string;
  usingComponents?: Record<string, string>;
}

/** A built mini-program on disk: what app.json says, and its files. */
export interface Dist {
  folder: string;
  app: AppJson;
  pages: string[];
  tabs: { pagePath: string; text: string }[];
  subpackages: Subpackage[];
  /** Root of the subpackage that a page lies in; null in the main package. */
  subpackageOf(page: string): string | null;
  /** A page's or component's json, laid over the app's window. */
  json(name: string): PageJson;
  read(file: string): string;
  has(file: string): boolean;
  /** All files with that ending, as posix paths inside the folder. */
  files(ending: string): string[];
}

export function readDist(folder: string): Dist {
  const at = (file: string) => path.join(folder, file);
  if (!fs.existsSync(at('app.json'))) throw new Error(`no built mini-program in ${folder}: app.json is missing`);
  const read = (file: string) => fs.readFileSync(at(file), 'utf8');
  const app = JSON.parse(read('app.json')) as AppJson;
  const subpackages = app.subPackages ?? app.subpackages ?? [];
  const list = (inside = ''): string[] =>
    fs.readdirSync(at(inside), { withFileTypes: true }).flatMap(entry => {
      const file = path.posix.join(inside, entry.name);
      return entry.isDirectory() ? list(file) : [file];
    });
  return {
    folder,
    app,
    subpackages,
    pages: [...app.pages, ...subpackages.flatMap(({ root, pages }) => pages.map(page => path.posix.join(root, page)))],
    tabs: app.tabBar?.list ?? [],
    subpackageOf: page => subpackages.find(({ root }) => page.startsWith(`${root.replace(/\/$/, '')}/`))?.root ?? null,
    json: name => ({
      ...app.window,
      ...(fs.existsSync(at(`${name}.json`)) ? (JSON.parse(read(`${name}.json`)) as PageJson) : {}),
    }),
    read,
    has: file => fs.existsSync(at(file)),
    files: ending =>
      list()
        .filter(file => file.endsWith(ending))
        .sort(),
  };
}

/** Resolves "/a/b", "../b" or "b" as seen from the page or component `from`. */
export function resolvePath(from: string, wanted: string): string {
  return wanted.startsWith('/') ? wanted.slice(1) : path.posix.join(path.posix.dirname(from), wanted);
}

/** Components that a page or component names in its json: tag -> path. */
export function componentsOf(dist: Dist, name: string): Record<string, string> {
  if (!dist.has(`${name}.json`)) return {};
  const { usingComponents = {} } = JSON.parse(dist.read(`${name}.json`)) as PageJson;
  return Object.fromEntries(Object.entries(usingComponents).map(([tag, file]) => [tag, resolvePath(name, file)]));
}
