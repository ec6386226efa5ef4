/** The drivers' unified specifications, through the npm driver: do single commands answer as MongoDB's? */
import fs from 'node:fs';
import path from 'node:path';
import { step } from '../../../scripts/lib/terminal.mjs';
import { connect } from './driver.mjs';
import { unmetRequirement } from './requirements.mjs';
import { parse, runTest } from './test.mjs';

const folders = [
  'crud',
  'transactions',
  'transactions-convenient-api',
  'sessions',
  'retryable-writes',
  'collection-management',
  'index-management',
  'gridfs',
  'run-command',
];

/** What the npm driver does otherwise than the specification, whatever the server; its own runner skips them too. */
const driverGaps = [
  /^inserting _id with type null via (clientBulkWrite|insertOne|insertMany|bulkWrite)$/,
  /^partialResult is unset when (all operations fail during an unordered|first operation fails during an ordered) bulk/,
  /^download when final chunk is missing$/,
];

/** @returns passed, failed and skipped tests, by folder, with the title and error of each failing one */
export async function runSpecifications({ uri, source, only }) {
  const admin = connect(uri);
  const server = await describe(uri, admin);
  const since = Date.now();
  const results = [];
  try {
    await step('the specifications of the drivers (about a minute)', async () => {
      for (const folder of folders) {
        for (const name of filesOf(path.join(source.folder, 'source', folder, 'tests')))
          results.push(...(await runFile(folder, name, server, only)));
      }
    });
  } finally {
    await admin.close(true);
  }
  const groups = {};
  for (const { folder, status } of results) {
    groups[folder] ??= { passed: 0, failed: 0, skipped: 0 };
    groups[folder][status]++;
  }
  const count = wanted => results.filter(({ status }) => status === wanted).length;
  const about = `specifications ${source.commit.slice(0, 10)}, ${Math.round((Date.now() - since) / 1000)} s`;
  return {
    summary: { passed: count('passed'), failed: count('failed'), skipped: count('skipped'), about },
    groups,
    failing: results.filter(({ status }) => status === 'failed').map(({ title, error }) => ({ title, error })),
    skipped: results.filter(({ status }) => status === 'skipped').map(({ title, reason }) => ({ title, reason })),
  };
}

async function describe(uri, admin) {
  const database = admin.db('admin');
  const { versionArray } = await database.command({ buildInfo: 1 });
  const hello = await database.command({ hello: 1 });
  const parameters = await database.command({ getParameter: '*' });
  const topology = hello.msg === 'isdbgrid' ? 'sharded' : hello.setName ? 'replicaset' : 'single';
  return { uri, admin, version: versionArray, topology, parameters };
}

function filesOf(folder) {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder, { recursive: true })
    .filter(name => name.endsWith('.json'))
    .sort()
    .map(name => path.join(folder, name));
}

async function runFile(folder, place, server, only) {
  const text = fs.readFileSync(place, 'utf8');
  if (!text.includes('"schemaVersion"')) return [];
  const results = [];
  for (const [i, { description }] of parse(text).tests.entries()) {
    const title = `${folder}/${path.basename(place)}: ${description}`;
    if (!only.test(title)) continue;
    const file = parse(text);
    const content = file.tests[i];
    const reason =
      (content.skipReason && 'the specification says so') ||
      unmetRequirement(file.runOnRequirements, server) ||
      unmetRequirement(content.runOnRequirements, server) ||
      (driverGaps.some(gap => gap.test(description)) && 'the driver deviates from the specification');
    results.push({ folder, title, ...(reason ? { status: 'skipped', reason } : await runTest(file, content, server)) });
  }
  return results;
}
