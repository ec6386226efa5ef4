import fs from 'node:fs';
import { withLock } from './lock.mjs';
import { inRoot } from './root.mjs';
import { run } from './run.mjs';
import { PlainError, step } from './terminal.mjs';

/** Installs the packages of package-lock.json when they are missing or others than it names. */
export async function install() {
  assertNode();
  if (isInstalled()) return;
  await withLock('install', async () => {
    if (isInstalled()) return;
    const { code, output } = await step('installing packages (about a minute the first time)', installLocked);
    if (code !== 0) throw new PlainError(explain(output));
  });
}

/**
 * `npm ci` also wants to see the binaries of every other platform in the lock file, and registries differ in which of
 * them they carry. Where only such are missing, `npm install` fills in this platform's and changes no file of ours.
 */
async function installLocked() {
  const first = await npm('ci');
  if (first.code === 0 || !OUT_OF_STEP.test(first.output)) return first;
  const missing = first.output.split('\n').filter(line => /(Missing|Invalid):/.test(line));
  return missing.length && missing.every(isForeignBinary) ? npm('install', '--no-save') : first;
}

const OUT_OF_STEP = /can only install .* in sync/;
const isForeignBinary = line =>
  /Missing: @[\w-]+\/\S+-(android|darwin|freebsd|linux|openharmony|wasm32|win32)\b/.test(line);

const npm = (...args) =>
  run('npm', [...args, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { quiet: true }).catch(
    error => {
      throw new PlainError(`npm could not be started (${error.code}). It comes with Node: https://nodejs.org`);
    },
  );

/** The built code requires packages that are ES modules: Node can since 20.19 and 22.12. */
function assertNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const good = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;
  if (!good) {
    throw new PlainError(
      `This needs Node 20.19 or newer (of 22: 22.12 or newer); this is ${process.versions.node}. https://nodejs.org`,
    );
  }
}

/** npm keeps a list of what it unpacked in node_modules: the same versions as the lock file means nothing to do. */
function isInstalled() {
  const wanted = readPackages('package-lock.json');
  const present = readPackages('node_modules/.package-lock.json');
  if (!wanted)
    throw new PlainError('package-lock.json is missing or unreadable: this is not a whole copy of the repository.');
  if (!present) return false;
  return Object.entries(wanted).every(([place, entry]) => {
    if (!place.includes('node_modules/')) return true;
    const there = present[place];
    return there ? there.version === entry.version && there.integrity === entry.integrity : entry.optional === true;
  });
}

function readPackages(file) {
  try {
    return JSON.parse(fs.readFileSync(inRoot(file), 'utf8')).packages;
  } catch {
    return null;
  }
}

function explain(output) {
  const lines = output.trim().split('\n');
  const has = pattern => pattern.test(output);
  const because = `${lines.slice(0, 8).join('\n')}${lines.length > 8 ? '\n…' : ''}`;
  if (has(/ENOSPC|no space left/i)) return 'The disk is full: free about 1 GB for the packages and try again.';
  if (has(OUT_OF_STEP)) {
    return `The package.json files and package-lock.json disagree: run \`npm install --ignore-scripts\` once.\n${because}`;
  }
  if (has(/EBADENGINE|Unsupported engine/i))
    return `A package does not run on Node ${process.versions.node}.\n${because}`;
  if (has(/EACCES|EPERM/i)) return `npm may not write here: who owns this folder?\n${because}`;
  if (has(/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET|network/i)) {
    return `npm's registry could not be reached: check the network, and \`npm config get registry\`.\n${because}`;
  }
  return `npm ci failed:\n${because}`;
}
