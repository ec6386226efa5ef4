/**
 * `npm run test:compat [-- mongoose] [-- specs] [--only REGEX] [--uri URI]`: other people's tests against the database
 * engine, each suite on a fresh one; against any other server with --uri. Fails below the figures of test/compat/floors.json.
 */
import fs from 'node:fs';
import { parseArgs } from 'node:util';
import { withFreshEngine } from '../test/compat/engine.mjs';
import { checkout } from '../test/compat/mirror.mjs';
import { runMongoose } from '../test/compat/mongoose/suite.mjs';
import { runSpecifications } from '../test/compat/specs/suite.mjs';
import { buildStale } from './lib/build.mjs';
import { install } from './lib/install.mjs';
import { inRoot } from './lib/root.mjs';
import { PlainError, runMain, say } from './lib/terminal.mjs';

const suites = {
  mongoose: { mirror: 'Automattic+mongoose', paths: [], run: runMongoose },
  specs: { mirror: 'mongodb+specifications', paths: ['source'], run: runSpecifications },
};
const shownFailures = 10;

runMain(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { only: { type: 'string', default: '.' }, uri: { type: 'string' } },
  });
  const unknown = positionals.filter(name => !Object.hasOwn(suites, name));
  if (unknown.length)
    throw new PlainError(`No suite is called ${unknown.join(', ')}: there are ${Object.keys(suites).join(', ')}.`);
  const names = positionals.length ? positionals : Object.keys(suites);
  const sources = names.map(name => checkout(suites[name].mirror, suites[name].paths));
  await install();
  await buildStale(['engine']);
  const below = [];
  for (const [i, name] of names.entries()) {
    const run = uri => suites[name].run({ uri, source: sources[i], only: new RegExp(values.only) });
    const result = await (values.uri ? run(values.uri) : withFreshEngine(run));
    report(name, result);
    if (values.only === '.') below.push(...belowFloor(name, result));
  }
  if (below.length) throw new PlainError(`Below the floor of test/compat/floors.json:\n${below.join('\n')}`);
});

/** The result as a file for later, and its head for now. */
function report(name, { summary, groups, failing, skipped }) {
  const file = inRoot('.cache', 'compat', `${name}.json`);
  fs.writeFileSync(file, `${JSON.stringify({ summary, groups, failing, skipped }, null, 1)}\n`);
  say(`\n${name}: ${summary.passed} passed, ${summary.failed} failed, ${summary.skipped} skipped (${summary.about})`);
  if (Object.keys(groups).length < 20)
    for (const [group, { passed, failed }] of Object.entries(groups))
      say(`  ${group}: ${passed} of ${passed + failed}`);
  for (const { title, error } of failing.slice(0, shownFailures)) say(`  ${title}\n    ${error.split('\n')[0]}`);
  if (failing.length > shownFailures) say(`  … ${failing.length - shownFailures} more in .cache/compat/${name}.json`);
}

function belowFloor(name, { summary, groups }) {
  const floor = JSON.parse(fs.readFileSync(inRoot('test/compat/floors.json'), 'utf8'))[name];
  const wanted = [[name, summary.passed, floor.passed]];
  for (const [group, least] of Object.entries(floor.groups)) wanted.push([group, groups[group]?.passed ?? 0, least]);
  return wanted
    .filter(([, passed, least]) => passed < least)
    .map(([what, passed, least]) => `${what}: ${passed} passed, ${least} wanted`);
}
