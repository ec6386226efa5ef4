/** `npm run test:faults`: the fault tests with two hundred kills; on MONGODB_URI, where it is set, with a primary that steps down. */
import { inRoot } from './lib/root.mjs';
import { run } from './lib/run.mjs';
import { runMain } from './lib/terminal.mjs';

const KILLS = '200';

runMain(async () => {
  const env = { FAULT_KILLS: process.env.FAULT_KILLS ?? KILLS };
  const { code } = await run(process.execPath, [inRoot('scripts/test.mjs'), 'faults'], { env });
  process.exitCode = code;
});
