/** `npm run build -- [engine] [server] [h5] [weapp]`: builds what is stale of the named ones, or of all but the weapp. */
import { buildStale, targetNames } from './lib/build.mjs';
import { install } from './lib/install.mjs';
import { PlainError, runMain } from './lib/terminal.mjs';

runMain(async () => {
  const names = process.argv.slice(2);
  const unknown = names.filter(name => !targetNames.includes(name));
  if (unknown.length)
    throw new PlainError(`Nothing here is called ${unknown.join(', ')}: there are ${targetNames.join(', ')}.`);
  await install();
  await buildStale(names.length ? names : ['engine', 'server', 'h5', 'console']);
});
