import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of the repository: the nearest one above this file that holds `config` and `apps` (works from source and from a bundle). */
export function repositoryRoot(from: string = __dirname): string {
  if (existsSync(join(from, 'config')) && existsSync(join(from, 'apps'))) return from;
  const parent = dirname(from);
  if (parent === from) throw new Error('the repository root was not found: a folder with config/ and apps/ is missing');
  return repositoryRoot(parent);
}
