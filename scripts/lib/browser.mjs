import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { run } from './run.mjs';
import { say, step } from './terminal.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const MAC_CHROME = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/**
 * A Chromium for the tests: CHROMIUM_PATH, else an installed one, else Debian's package (where apt is there and we are
 * root), else the one that playwright downloaded earlier.
 * @returns {Promise<string | null>} path of the program, or null
 */
export async function findBrowser() {
  return process.env.CHROMIUM_PATH ?? onPath() ?? (await fromDebian()) ?? (await fromPlaywright());
}

function onPath() {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const candidates = [...folders.flatMap(folder => NAMES.map(name => path.join(folder, name))), MAC_CHROME];
  return candidates.find(isProgram) ?? null;
}

function isProgram(file) {
  try {
    fs.accessSync(file, fs.constants.X_OK);
    return fs.statSync(file).isFile();
  } catch {
    return false;
  }
}

/** Chinese needs a font too: without one, screenshots show boxes and widths are wrong. */
async function fromDebian() {
  if (process.getuid?.() !== 0 || !hasApt()) return null;
  const { code, output } = await step("installing Debian's chromium and a Chinese font", async () => {
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update', '-qq'], { quiet: true, env });
    return run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], {
      quiet: true,
      env,
    });
  });
  if (code !== 0) say(`apt-get could not install chromium:\n${output.trim().split('\n').slice(-3).join('\n')}`);
  return onPath();
}

function hasApt() {
  try {
    execFileSync('apt-get', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

async function fromPlaywright() {
  const { chromium } = (await import('playwright-core')).default;
  const file = chromium.executablePath();
  return file && isProgram(file) ? file : null;
}
