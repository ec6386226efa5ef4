import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { withLock } from './lock.mjs';
import { inRoot, root } from './root.mjs';
import { step } from './terminal.mjs';

const IGNORED_FOLDERS = new Set(['node_modules', 'dist', '.cache', '.swc', '.temp']);
const isTest = name => /\.test\.[a-z]+$/.test(name);

/**
 * Builds when the content of the inputs differs from that of the last build, or the output is gone.
 * Modification times play no part: a checkout or a copy does not rebuild.
 * @param {{ name: string, label?: string, inputs: string[], output: string, extra?: string, build: () => Promise<void> }} target
 *   inputs and output are paths inside the repository; extra is anything else that the output depends on
 */
export async function buildIfStale(target) {
  if (isFresh(target)) return false;
  return withLock(`build-${target.name}`, async () => {
    const hash = contentHash(target);
    if (isFresh(target, hash)) return false;
    fs.rmSync(stampFile(target), { force: true });
    await step(`building ${target.label ?? target.name}`, target.build);
    fs.mkdirSync(path.dirname(stampFile(target)), { recursive: true });
    fs.writeFileSync(stampFile(target), hash);
    return true;
  });
}

const stampFile = target => inRoot('.cache', 'built', target.name);

function isFresh(target, hash = contentHash(target)) {
  if (!fs.existsSync(inRoot(target.output)) || !fs.existsSync(stampFile(target))) return false;
  return fs.readFileSync(stampFile(target), 'utf8') === hash;
}

/** SHA-256 over the paths and contents of all inputs, tests and build results left out. */
function contentHash({ inputs, extra = '' }) {
  const hash = createHash('sha256').update(extra);
  for (const file of inputs.flatMap(input => listFiles(inRoot(input))).sort()) {
    hash.update(`\0${path.relative(root, file)}\0`).update(fs.readFileSync(file));
  }
  return hash.digest('hex');
}

function listFiles(place) {
  const stat = fs.statSync(place, { throwIfNoEntry: false });
  if (!stat) return [];
  if (stat.isFile()) return [place];
  return fs.readdirSync(place, { withFileTypes: true }).flatMap(entry => {
    if (IGNORED_FOLDERS.has(entry.name) || isTest(entry.name)) return [];
    return entry.isDirectory() || entry.isFile() ? listFiles(path.join(place, entry.name)) : [];
  });
}
