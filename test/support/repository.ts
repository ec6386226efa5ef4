import fs from 'node:fs';
import path from 'node:path';

/** A path inside the repository; its root is the folder above us that holds package-lock.json. */
export function inRepository(...parts: string[]): string {
  let folder = __dirname;
  while (!fs.existsSync(path.join(folder, 'package-lock.json'))) {
    const above = path.dirname(folder);
    if (above === folder) throw new Error(`no package-lock.json above ${__dirname}`);
    folder = above;
  }
  return path.join(folder, ...parts);
}
