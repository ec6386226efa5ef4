/** `npm run cli -- <command>`: the command line of the server; `npm run cli -- help` lists the commands. */
import { buildStale } from './lib/build.mjs';
import { install } from './lib/install.mjs';
import { inRoot } from './lib/root.mjs';
import { become } from './lib/run.mjs';
import { runMain } from './lib/terminal.mjs';

runMain(async () => {
  await install();
  await buildStale(['engine', 'server']);
  // npm moves to the repository: paths that the user gave are meant from where they stand.
  await become(
    process.execPath,
    [
      '--enable-source-maps',
      '--disable-warning=ExperimentalWarning',
      inRoot('apps/server/dist/cli.cjs'),
      ...process.argv.slice(2),
    ],
    { cwd: process.env.INIT_CWD ?? process.cwd() },
  );
});
