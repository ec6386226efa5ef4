/** `npm test [-- suite …]`: everything, or the named suites. The last line is the sum. */
import { findBrowser } from './lib/browser.mjs';
import { buildStale, targetNames } from './lib/build.mjs';
import { install } from './lib/install.mjs';
import { inLanes } from './lib/lanes.mjs';
import { suites } from './lib/suites.mjs';
import { PlainError, runMain, say } from './lib/terminal.mjs';

runMain(async () => {
  const wanted = chosenSuites(process.argv.slice(2));
  await install();
  const env = await browserEnvironment(wanted);
  const lines = new Map();
  const total = { passed: 0, failed: 0, skipped: 0 };
  const runSuite = async name => {
    say(`\n── ${name}`);
    const since = Date.now();
    const result = await suites[name].run(env);
    if (suites[name].browser && env.NO_BROWSER && process.env.CI) result.failed += 1;
    for (const key of Object.keys(total)) total[key] += result[key];
    lines.set(name, `${name}: ${counts(result)} (${((Date.now() - since) / 1000).toFixed(1)} s)`);
    say(lines.get(name));
  };
  // Checks of the sources and builds measure no time and keep to themselves: side by side. What runs the product goes one after another.
  await Promise.all([build(wanted), inLanes(wanted.filter(isCheck), runSuite)]);
  for (const name of wanted.filter(name => !isCheck(name))) await runSuite(name);
  if (total.failed) process.exitCode = 1;
  const sums = wanted.map(name => lines.get(name)).join('\n');
  process.stdout.write(`\n${sums}\n${noBrowserLine(env, wanted)}total: ${counts(total)}\n`);
});

const isCheck = name => suites[name].isCheck === true;

async function build(names) {
  const needed = new Set(names.flatMap(name => suites[name].builds));
  await buildStale(targetNames.filter(name => needed.has(name)));
}

const counts = ({ passed, failed, skipped }) => `${passed} passed, ${failed} failed, ${skipped} skipped`;

function chosenSuites(names) {
  const known = Object.keys(suites);
  const unknown = names.filter(name => !known.includes(name));
  if (unknown.length) throw new PlainError(`No suite is called ${unknown.join(', ')}. There are: ${known.join(', ')}.`);
  return names.length ? known.filter(name => names.includes(name)) : known;
}

/** Without a browser the tests that need one are skipped by name; in CI each of their suites has failed. */
async function browserEnvironment(wanted) {
  if (!wanted.some(name => suites[name].browser)) return {};
  const browser = await findBrowser();
  if (browser) return { CHROMIUM_PATH: browser };
  say('No Chromium was found: install chromium, or name one in CHROMIUM_PATH.');
  return { CHROMIUM_PATH: '', NO_BROWSER: '1' };
}

function noBrowserLine(env, wanted) {
  if (!env.NO_BROWSER) return '';
  const names = wanted.filter(name => suites[name].browser).join(', ');
  return `no Chromium: ${process.env.CI ? 'a failure in CI' : 'skipped'} in ${names}\n`;
}
