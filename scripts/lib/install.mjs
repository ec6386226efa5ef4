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
    const { code, output } = await step('installing packages (about a minute the first time)', () =>
      run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { quiet: true }).catch(
        error => {
          throw new PlainError(`npm could not be started (${error.code}). It comes with Node: https://nodejs.org`);
        },
      ),
    );
    if (code !== 0) throw new PlainError(explain(output));
  });
}

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
  const tail = output.trim().split('\n').slice(-12).join('\n');
  const has = pattern => pattern.test(output);
  if (has(/ENOSPC|no space left/i))
    return 'The disk is full: packages could not be installed. Free about 1 GB and try again.';
  if (has(/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|network/i))
    return `There is no way to npm's registry, so packages could not be installed. Check the network, or \`npm config get registry\`.\n${tail}`;
  if (has(/EBADENGINE|Unsupported engine/i)) return `A package does not run on Node ${process.versions.node}.\n${tail}`;
  if (has(/EACCES|EPERM/i)) return `npm may not write here. Who owns node_modules?\n${tail}`;
  if (has(/in sync|EUSAGE/i)) return `package.json and package-lock.json disagree: run \`npm install\` once.\n${tail}`;
  return `npm ci failed:\n${tail}`;
}
