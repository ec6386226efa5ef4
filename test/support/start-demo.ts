import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import settings from './demo-district.json';
import { inRepository } from './repository';
import { startApp, type App } from './start-app';

/** When the demo district was loaded: a Tuesday, ten in the morning in Shanghai, with no holiday in the month that follows. */
const LOADED_AT = Date.parse(settings.loadedAt);
const startedAt = Date.now();

/** The time in the demo district; it goes on while a test file runs, also for a server that starts again. */
const demoNow = (): string => new Date(LOADED_AT + Date.now() - startedAt).toISOString();

/** A copy of the loaded demo district (`npm run build -- district`), in the given folder or one of its own. */
export function copyDistrict(folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bandeng-app-'))): string {
  const mode = fs.constants.COPYFILE_FICLONE;
  fs.cpSync(inRepository(settings.folder), folder, { recursive: true, mode });
  return folder;
}

/**
 * The built server with the demo district loaded and everything that follows from it delivered, or on the given folder of an earlier
 * start. On a MongoDB that is given, the server loads the district itself.
 */
export function startDemo({ dataDir, env, ...options }: Parameters<typeof startApp>[0] = {}): Promise<App> {
  return startApp({ dataDir: dataDir ?? copyDistrict(), env: { NOW: demoNow(), ...env }, ...options });
}
