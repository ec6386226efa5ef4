/** `npm run test:faults`: the fault tests with two hundred kills; on MONGODB_URI, where it is set, with a primary that steps down. */
import { inRoot } from './lib/root.mjs';
import { run } from './lib/run.mjs';
import { runMain } from './lib/terminal.mjs';

const KILLS = '200';

runMain(async () => {
  // The same seed kills in the same order; a failing run says which it was.
  const env = {
    FAULT_KILLS: process.env.FAULT_KILLS ?? KILLS,
    FAULT_SEED: process.env.FAULT_SEED ?? String(Math.floor(Math.random() * 1_000_000)),
  };
  const { code } = await run(process.execPath, [inRoot('scripts/test.mjs'), 'faults'], { env });
  process.exitCode = code;
});
