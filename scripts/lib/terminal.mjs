/** What goes wrong for a reason that a person can mend: shown as its sentence, without a stack. */
export class PlainError extends Error {}

/** Progress is for people, so it goes to stderr: stdout belongs to the program that is started. */
export const say = line => process.stderr.write(`${line}\n`);

const seconds = since => `${((Date.now() - since) / 1000).toFixed(1)} s`;
const LINE_EVERY_MS = 15_000;

/**
 * Shows one step with its running time while `work` is under way.
 * On a terminal the line is rewritten; in a log file a line appears every 15 seconds.
 */
export async function step(label, work) {
  const since = Date.now();
  const live = process.stderr.isTTY === true;
  if (!live) say(`${label} …`);
  const draw = () =>
    live ? process.stderr.write(`\r${label} … ${seconds(since)} `) : say(`${label} … ${seconds(since)}`);
  const timer = setInterval(draw, live ? 200 : LINE_EVERY_MS);
  try {
    const result = await work();
    if (live) process.stderr.write(`\r${label}: ${seconds(since)}      \n`);
    else say(`${label}: ${seconds(since)}`);
    return result;
  } catch (error) {
    say(live ? '' : `${label}: failed after ${seconds(since)}`);
    throw error;
  } finally {
    clearInterval(timer);
  }
}

/** Runs a command's main function: a plain error is one sentence and exit code 1. */
export function runMain(main) {
  main().catch(error => {
    say(error instanceof PlainError ? error.message : `Something unexpected went wrong.\n${error?.stack ?? error}`);
    process.exitCode = 1;
  });
}
