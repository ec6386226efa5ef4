/** Prints the path of the Chromium that the tests use, or nothing. */
import { findBrowser } from './lib/browser.mjs';
import { runMain } from './lib/terminal.mjs';

runMain(async () => {
  const browser = await findBrowser();
  if (browser) process.stdout.write(`${browser}\n`);
});
