/** `npm start`: installs what is missing, builds what is stale, runs the server. */
import { buildStale } from './lib/build.mjs';
import { install } from './lib/install.mjs';
import { inRoot } from './lib/root.mjs';
import { become } from './lib/run.mjs';
import { runMain, say } from './lib/terminal.mjs';

runMain(async () => {
  await install();
  await buildStale(['engine', 'server', 'h5', 'console']);
  const { code, signal } = await become(process.execPath, [
    '--enable-source-maps',
    '--disable-warning=ExperimentalWarning',
    inRoot('apps/server/dist/main.cjs'),
    ...process.argv.slice(2),
  ]);
  if (code) say(`The server ended with code ${code}; the lines above say why.`);
  else if (signal === 'SIGKILL') say('The server was killed from outside (perhaps the machine ran out of memory).');
});
