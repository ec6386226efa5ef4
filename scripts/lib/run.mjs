import { spawn } from 'node:child_process';
import { root } from './root.mjs';

/**
 * Runs a program to its end.
 * @returns {Promise<{ code: number, output: string }>} the exit code, and stdout with stderr when `quiet`
 */
export function run(command, args, { cwd = root, env = {}, quiet = false, timeoutMs } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
      timeout: timeoutMs,
      killSignal: 'SIGKILL',
    });
    let output = '';
    const collect = chunk => (output += chunk);
    child.stdout?.setEncoding('utf8').on('data', collect);
    child.stderr?.setEncoding('utf8').on('data', collect);
    child.once('error', reject);
    child.once('close', code => resolve({ code: code ?? 1, output }));
  });
}

/** Runs a program of node_modules by its script path, with the same Node. */
export const runNode = (script, args, options) => run(process.execPath, [script, ...args], options);

const PARENT_EVERY_MS = 250;

/**
 * Hands the terminal to a long-running program: signals go through to it, its exit code becomes ours.
 * A Ctrl-C reaches the whole process group by itself, so SIGINT is passed on only without a terminal.
 */
export function become(command, args, { cwd = root, env = {} } = {}) {
  const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: 'inherit' });
  for (const signal of ['SIGTERM', 'SIGHUP', 'SIGINT']) {
    process.on(signal, () => {
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    });
  }
  stopWithNpm(() => child.kill('SIGTERM'));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      process.exitCode = code ?? (signal === 'SIGTERM' || signal === 'SIGINT' ? 0 : 1);
      resolve({ code, signal });
    });
  });
}

/** A shell between npm and us dies of a signal without passing it on; then nobody is left who could stop us. */
function stopWithNpm(stop) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    stop();
  }, PARENT_EVERY_MS);
  timer.unref();
}
