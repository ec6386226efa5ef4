/** `npm run db:download`: fetches a mongod into .cache/mongod, for machines that have a network and want the real database. */
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { inRoot } from './lib/root.mjs';
import { run } from './lib/run.mjs';
import { PlainError, runMain, step } from './lib/terminal.mjs';

/** Fetched when asked for: the project itself does not depend on it. */
const FETCHER = 'mongodb-memory-server-core@11.3.0';
const MONGOD_VERSION = process.env.MONGOD_VERSION ?? '7.0.24';
const INSTALL_MS = 5 * 60_000;
const DOWNLOAD_MS = 20 * 60_000;

runMain(async () => {
  const tools = inRoot('.cache', 'db-download');
  await step('fetching the downloader', () => installFetcher(tools));
  const program = await step(`fetching mongod ${MONGOD_VERSION}`, () => download(tools));
  process.stdout.write(`${program}\nUse it: MONGOD_PATH=${program} npm start\nTest on it: npm run test:mongo\n`);
});

async function installFetcher(folder) {
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, 'package.json'), '{ "private": true }\n');
  const args = ['install', FETCHER, '--no-save', '--ignore-scripts', '--no-audit', '--no-fund'];
  const { code, output } = await run('npm', args, { cwd: folder, quiet: true, timeoutMs: INSTALL_MS });
  if (code === 0) return;
  throw new PlainError(
    `${FETCHER} could not be fetched (no network?). Install a mongod another way and put it on the PATH.\n${lastLines(output)}`,
  );
}

async function download(tools) {
  const { MongoBinary } = createRequire(path.join(tools, 'index.js'))('mongodb-memory-server-core');
  const folder = inRoot('.cache', 'mongod');
  fs.mkdirSync(folder, { recursive: true });
  const late = new Promise((_, reject) => {
    setTimeout(() => reject(new Error('it took too long')), DOWNLOAD_MS).unref();
  });
  try {
    const got = await Promise.race([MongoBinary.getPath({ version: MONGOD_VERSION, downloadDir: folder }), late]);
    fs.writeFileSync(path.join(folder, 'path.txt'), `${got}\n`);
    return got;
  } catch (error) {
    throw new PlainError(
      `mongod ${MONGOD_VERSION} could not be downloaded: ${error.message}\nInstall a mongod another way and put it on the PATH, or name it in MONGOD_PATH.`,
    );
  }
}

const lastLines = text => text.trim().split('\n').slice(-3).join('\n');
