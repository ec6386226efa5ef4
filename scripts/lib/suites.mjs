import fs from 'node:fs';
import os from 'node:os';
import { listBenches, runBench } from './bench.mjs';
import { inLanes } from './lanes.mjs';
import { inRoot } from './root.mjs';
import { runNode } from './run.mjs';
import { say } from './terminal.mjs';

/** `npm test` shows that the benchmarks work, on a fiftieth of their volume and side by side: what they measure then says nothing. */
const SMOKE_SCALE = 1 / 50;

/** A suite that hangs is killed, and counts as failed. */
const LIMIT_MS = 20 * 60_000;

const bin = path => inRoot('node_modules', path);

/** A check of the sources is one test: it passes or it does not. */
const check = (script, args) => ({
  builds: [],
  isCheck: true,
  run: async () => {
    // Checks run side by side: each says all it has to say at its end.
    const { code, output } = await runNode(bin(script), args, { quiet: true });
    if (output.trim()) say(output.trim());
    return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
  },
});

const jest = (project, builds, { browser = false, serial = false, limitMs = LIMIT_MS } = {}) => ({
  builds,
  browser,
  run: env => runJest(project, { serial, limitMs }, env),
});

/** In this order; each may be named on the command line. */
export const suites = {
  types: check('typescript/bin/tsc', ['--noEmit', '-p', 'tsconfig.json']),
  lint: check('eslint/bin/eslint.js', [
    '.',
    '--max-warnings',
    '0',
    '--cache',
    '--cache-strategy',
    'content',
    '--cache-location',
    '.cache/eslint',
  ]),
  format: check('prettier/bin/prettier.cjs', [
    '--check',
    '--log-level',
    'warn',
    '--cache',
    '--cache-location',
    '.cache/prettier',
    '.',
  ]),
  borders: check('dependency-cruiser/bin/dependency-cruise.mjs', [
    'apps',
    'packages',
    '--config',
    '.dependency-cruiser.cjs',
  ]),
  unused: check('knip/bin/knip.js', []),
  packages: jest('packages', ['engine']),
  server: jest('server', ['engine', 'threads']),
  miniprogram: jest('miniprogram', []),
  weapp: jest('weapp', ['engine', 'server', 'district', 'weapp'], { browser: true }),
  e2e: jest('e2e', ['engine', 'server', 'district', 'h5', 'console'], { browser: true }),
  // Two hundred kills take their time.
  faults: jest('faults', ['engine', 'server', 'district'], { serial: true, limitMs: 6 * LIMIT_MS }),
  load: { builds: ['engine', 'server', 'district', 'h5', 'weapp', 'console'], run: runLoad },
};

/** Left alone Jest keeps one core free, which of two is half. A fault may be one of the machine, and Chromium alone fills two cores. */
const workers = serial => (serial ? ['--runInBand'] : [`--maxWorkers=${os.availableParallelism()}`]);

async function runJest(project, { serial, limitMs }, env) {
  const report = inRoot('.cache', `jest-${project}.json`);
  fs.rmSync(report, { force: true });
  const args = ['--selectProjects', project, '--json', `--outputFile=${report}`, ...workers(serial)];
  const { code } = await runNode(bin('jest/bin/jest.js'), args, { env, timeoutMs: limitMs });
  if (!fs.existsSync(report)) return { passed: 0, failed: 1, skipped: 0 };
  const result = JSON.parse(fs.readFileSync(report, 'utf8'));
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
  const skipped = result.numPendingTests + result.numTodoTests;
  // A run that is not good although no test failed (nothing found, a broken setup, no end) counts as one failure.
  const good = code === 0 && result.numTotalTests > 0;
  return { passed: result.numPassedTests, failed: failed || (good ? 0 : 1), skipped };
}

async function runLoad() {
  const names = listBenches();
  const good = [];
  await inLanes(names, async name => {
    const { isGood, output } = await runBench(name, { scale: SMOKE_SCALE, quiet: true });
    say(output.trim());
    if (isGood) good.push(name);
  });
  return { passed: good.length, failed: names.length ? names.length - good.length : 1, skipped: 0 };
}
