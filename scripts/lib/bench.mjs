import fs from 'node:fs';
import { findBrowser } from './browser.mjs';
import { bundle } from './bundle.mjs';
import { inRoot } from './root.mjs';
import { runNode } from './run.mjs';

const SUFFIX = '.bench.ts';
const LIMIT_MS = 9 * 60_000;

/** Names of the benchmarks: test/load/<name>.bench.ts. */
export function listBenches() {
  const folder = inRoot('test/load');
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder)
    .filter(file => file.endsWith(SUFFIX))
    .map(file => file.slice(0, -SUFFIX.length))
    .sort();
}

/**
 * Runs one benchmark in a process of its own; BENCH_SCALE tells it which share of its volume to use.
 * @returns {Promise<{ isGood: boolean, output: string }>} whether it ended well within nine minutes, and what it said when `quiet`
 */
export async function runBench(name, { scale = 1, quiet = false } = {}) {
  const out = `.cache/bench/${name}`;
  await bundle({ [out]: `test/load/${name}${SUFFIX}` });
  const script = inRoot(`${out}.cjs`);
  const flags = ['--enable-source-maps', '--expose-gc', '--disable-warning=ExperimentalWarning'];
  const { code, output } = await runNode(flags[0], [...flags.slice(1), script], {
    env: { BENCH_SCALE: String(scale), CHROMIUM_PATH: (await findBrowser()) ?? '' },
    timeoutMs: LIMIT_MS,
    quiet,
  });
  return { isGood: code === 0, output };
}
