import fs from 'node:fs';
import { findBrowser } from './browser.mjs';
import { bundle } from './bundle.mjs';
import { inRoot } from './root.mjs';
import { runNode } from './run.mjs';

const SUFFIX = '.bench.ts';
/** How long one may take: nine minutes, or what somebody with more time allows. */
const LIMIT_MINUTES = Number(process.env.BENCH_MINUTES ?? 9);

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
 * Runs one benchmark in a process of its own; BENCH_SCALE tells it which share of its volume to use, BENCH_MINUTES how long it may take.
 * @returns {Promise<{ isGood: boolean, output: string }>} whether it ended well in time, and what it said when `quiet`
 */
export async function runBench(name, { scale = 1, quiet = false } = {}) {
  const out = `.cache/bench/${name}`;
  await bundle({ [out]: `test/load/${name}${SUFFIX}` });
  const script = inRoot(`${out}.cjs`);
  const flags = ['--enable-source-maps', '--expose-gc', '--disable-warning=ExperimentalWarning'];
  const { code, output } = await runNode(flags[0], [...flags.slice(1), script], {
    env: { BENCH_SCALE: String(scale), CHROMIUM_PATH: (await findBrowser()) ?? '' },
    timeoutMs: LIMIT_MINUTES * 60_000,
    quiet,
  });
  return { isGood: code === 0, output };
}
