/** `npm run bench [-- name …]`: measures; without a name everything, one after another. BENCH_MINUTES: what one may take (9). */
import { listBenches, runBench } from './lib/bench.mjs';
import { buildStale } from './lib/build.mjs';
import { install } from './lib/install.mjs';
import { PlainError, runMain, say } from './lib/terminal.mjs';

runMain(async () => {
  const known = listBenches();
  const wanted = process.argv.slice(2);
  const unknown = wanted.filter(name => !known.includes(name));
  if (unknown.length)
    throw new PlainError(`No benchmark is called ${unknown.join(', ')}. There are: ${known.join(', ')}.`);
  await install();
  const names = wanted.length ? wanted : known;
  await buildStale([
    'engine',
    'server',
    'district',
    ...(names.includes('phone') ? ['h5', 'weapp'] : []),
    ...(names.includes('tree') ? ['console'] : []),
  ]);
  const failed = [];
  for (const name of names) {
    say(`\n${name}`);
    if (!(await runBench(name)).isGood) failed.push(name);
  }
  if (failed.length)
    throw new PlainError(`Failed or took too long (nine minutes, or BENCH_MINUTES): ${failed.join(', ')}.`);
});
