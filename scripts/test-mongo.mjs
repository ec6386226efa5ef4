/** `npm run test:mongo`: the tests of the server on a real MongoDB, and on nothing else. */
import fs from 'node:fs';
import path from 'node:path';
import { inRoot } from './lib/root.mjs';
import { run } from './lib/run.mjs';
import { PlainError, runMain } from './lib/terminal.mjs';

const DOWNLOADED = inRoot('.cache', 'mongod', 'path.txt');

runMain(async () => {
  const env = { REQUIRE_MONGODB: '1', ...mongodEnvironment() };
  const { code } = await run(process.execPath, [inRoot('scripts/test.mjs'), 'server'], { env });
  process.exitCode = code;
});

/** MONGODB_URI, MONGOD_PATH, a mongod on the PATH, else the one of `npm run db:download`. */
function mongodEnvironment() {
  if (process.env.MONGODB_URI || process.env.MONGOD_PATH) return {};
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  if (folders.some(folder => fs.existsSync(path.join(folder, 'mongod')))) return {};
  const downloaded = fs.existsSync(DOWNLOADED) && fs.readFileSync(DOWNLOADED, 'utf8').trim();
  if (downloaded && fs.existsSync(downloaded)) return { MONGOD_PATH: downloaded };
  throw new PlainError(
    'No MongoDB here: set MONGODB_URI, put a mongod on the PATH, name one in MONGOD_PATH, or run npm run db:download.',
  );
}
