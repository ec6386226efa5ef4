import fs from 'node:fs';
import path from 'node:path';

/** WeChat's own limit of the main package and of each subpackage, and of all (MINIPROGRAM.md). */
export const PACKAGE_LIMIT = 2 * 2 ** 20;
export const WHOLE_LIMIT = 30 * 2 ** 20;

export interface Package {
  /** `main`, or the root of a subpackage. */
  name: string;
  bytes: number;
}

/** The packages of a build with their bytes on disk, the main one first, then the largest. */
export function readPackages(dist: string): Package[] {
  const app = JSON.parse(fs.readFileSync(path.join(dist, 'app.json'), 'utf8')) as {
    subPackages?: { root: string }[];
    subpackages?: { root: string }[];
  };
  const roots = (app.subPackages ?? app.subpackages ?? []).map(({ root }) => root.replace(/\/$/, ''));
  const packages = new Map([['main', 0], ...roots.map(root => [root, 0] as const)]);
  for (const entry of fs.readdirSync(dist, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const inside = path.relative(dist, file).split(path.sep).join('/');
    const name = roots.find(root => inside.startsWith(`${root}/`)) ?? 'main';
    packages.set(name, (packages.get(name) ?? 0) + fs.statSync(file).size);
  }
  const [main, ...others] = [...packages].map(([name, bytes]) => ({ name, bytes }));
  return [main!, ...others.sort((a, b) => b.bytes - a.bytes)];
}
