/** mongoose's own mocha tests, a process for each file: does a real object mapper work on this server? */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { inRoot } from '../../../scripts/lib/root.mjs';
import { run } from '../../../scripts/lib/run.mjs';
import { PlainError, step } from '../../../scripts/lib/terminal.mjs';

const fileLimitMs = 60_000;
const testLimitMs = 5000;

/** What the tests load. mongodb-memory-server is not among it, so nothing here could fetch a mongod. */
const neededPackages = ['mocha', 'sinon', 'uuid', 'moment', 'ajv', 'lodash.isequal', 'lodash.isequalwith'];

/** The first needs an encryption library and mongocryptd; the second loads other test files, which run by themselves. */
const leftOut = new Set(['encryption/encryption.test.js', 'subdirs.test.js']);

/** @returns passed, failed and skipped tests, by file, with the title and error of each failing one */
export async function runMongoose({ uri, source, only }) {
  await step('installing what the tests of mongoose need', () => prepare(source.folder));
  const tests = path.join(source.folder, 'test');
  const files = fs
    .readdirSync(tests, { recursive: true })
    .filter(name => name.endsWith('.test.js') && !leftOut.has(name) && only.test(name))
    .sort();
  const since = Date.now();
  const groups = {};
  const failing = [];
  let skipped = 0;
  await step(`mongoose's ${files.length} test files (about three minutes)`, async () => {
    for (const name of files) {
      const result = await runFile(source.folder, name, uri);
      groups[name] = { passed: result.passed, failed: result.failed.length };
      skipped += result.pending + result.notRun;
      failing.push(...result.failed.map(({ title, error }) => ({ title: `${name}: ${title}`, error })));
    }
  });
  const { version } = JSON.parse(fs.readFileSync(path.join(source.folder, 'package.json'), 'utf8'));
  const passed = Object.values(groups).reduce((sum, group) => sum + group.passed, 0);
  const about = `mongoose ${version}, ${Math.round((Date.now() - since) / 1000)} s`;
  return { summary: { passed, failed: failing.length, skipped, about }, groups, failing, skipped: [] };
}

async function prepare(folder) {
  const twin = path.join(folder, 'node_modules/mongoose-separate-require-instance');
  if (fs.existsSync(twin)) return;
  const manifest = path.join(folder, 'package.json');
  const content = JSON.parse(fs.readFileSync(manifest, 'utf8'));
  content.devDependencies = Object.fromEntries(
    Object.entries(content.devDependencies).filter(([name]) => neededPackages.includes(name)),
  );
  fs.writeFileSync(manifest, JSON.stringify(content));
  const args = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const { code, output } = await run('npm', args, { cwd: folder, quiet: true });
  if (code !== 0) throw new PlainError(`npm could not install what mongoose's tests need:\n${output.trim()}`);
  // One test wants a second copy of mongoose; last, because it marks a complete folder.
  for (const part of ['lib', 'index.js', 'package.json'])
    fs.cpSync(path.join(folder, part), path.join(twin, part), { recursive: true });
}

/** One mocha process over one file; what it has not done in a minute counts as not run. */
function runFile(folder, name, uri) {
  const events = path.join(folder, '.events');
  fs.rmSync(events, { force: true });
  const options = ['--no-config', '--exit', '--timeout', String(testLimitMs)];
  // Some files lean on another one having loaded mongoose.
  const loads = ['--require', path.join(folder, 'index.js')];
  const reporter = ['--reporter', inRoot('test/compat/mongoose/reporter.cjs')];
  const mocha = path.join(folder, 'node_modules/mocha/bin/mocha.js');
  const args = [
    '--disable-warning=MONGOOSE',
    mocha,
    ...options,
    ...loads,
    ...reporter,
    path.join(folder, 'test', name),
  ];
  const child = spawn(process.execPath, args, {
    cwd: folder,
    detached: true,
    stdio: 'ignore',
    // START_REPLICA_SET: as in mongoose's own run on replica sets; without it the tests of transactions skip themselves.
    env: {
      ...process.env,
      MONGOOSE_TEST_URI: uri,
      MONGOOSE_REPLSET_URI: uri,
      START_REPLICA_SET: '1',
      COMPAT_EVENTS: events,
    },
  });
  const timer = setTimeout(() => process.kill(-child.pid, 'SIGKILL'), fileLimitMs);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', () => {
      clearTimeout(timer);
      resolve(countOf(events));
    });
  });
}

function countOf(events) {
  const lines = fs.existsSync(events) ? fs.readFileSync(events, 'utf8').split('\n').filter(Boolean) : [];
  const all = lines.map(line => JSON.parse(line));
  const of = kind => all.filter(event => event.kind === kind);
  const [passed, pending, failed] = [of('passed').length, of('pending').length, of('failed')];
  if (of('end').length === 0) failed.push({ title: '(the file)', error: 'crashed, or did not end within a minute' });
  // Behind a hook that failed, or cut off.
  const notRun = Math.max(0, (of('start')[0]?.total ?? 0) - passed - pending - failed.length);
  return { passed, pending, failed, notRun };
}
