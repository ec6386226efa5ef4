/** A fresh, empty engine for one run: what an earlier run left behind must not count. */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { inRoot } from '../../scripts/lib/root.mjs';
import { PlainError } from '../../scripts/lib/terminal.mjs';

/** A minute without a client, as between two test files, must not end it. */
const idleSeconds = 60;

/** Calls `work` with the address of an engine that allows fail points. */
export async function withFreshEngine(work) {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'bandeng-compat-'));
  const entry = inRoot('packages/embedded-mongo/dist/engine.cjs');
  const settings = ['--data-dir', dataDir, '--test-commands', '--idle-seconds', String(idleSeconds)];
  const child = spawn(process.execPath, [entry, ...settings], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise(resolve => child.once('close', resolve));
  try {
    return await work(`mongodb://127.0.0.1:${await portOf(child)}/?replicaSet=rs0`);
  } finally {
    child.kill('SIGTERM');
    await ended;
    fs.rmSync(dataDir, { recursive: true, force: true });
  }
}

/** The engine says in its first line where it listens. */
function portOf(child) {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout.setEncoding('utf8').on('data', chunk => {
      said += chunk;
      const port = /on port (\d+)/.exec(said)?.[1];
      if (port) resolve(port);
    });
    child.once('close', () => reject(new PlainError(`The engine ended before it listened:\n${said}`)));
  });
}
