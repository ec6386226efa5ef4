import os from 'node:os';

/** What a benchmark found: printed as a table, judged by its ratio where it has one. */
export interface Finding {
  what: string;
  value: string;
  /** What we aim for, in words. */
  aim: string;
  /** False fails the benchmark; left out where a slow machine must not fail it. */
  isGood?: boolean;
}

/** Share of the full volume: 1 by hand, a fiftieth in `npm test`. */
export const scale = Number(process.env.BENCH_SCALE ?? '1');
export const scaled = (count: number, least = 1): number => Math.max(least, Math.round(count * scale));

export const milliseconds = async (work: () => Promise<unknown>): Promise<number> => {
  const since = process.hrtime.bigint();
  await work();
  return Number(process.hrtime.bigint() - since) / 1e6;
};

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Prints the table with the machine it was measured on; exits with 1 when a ratio is not good. */
export function report(name: string, findings: readonly Finding[]): void {
  const cpu = os.cpus()[0]?.model ?? 'unknown';
  const memory = Math.round(os.totalmem() / 2 ** 30);
  process.stdout.write(
    `\n${name}, ${os.cpus().length} × ${cpu}, ${memory} GiB, Node ${process.version}, volume × ${scale}\n\n`,
  );
  process.stdout.write('| what | measured | aim |\n|---|---|---|\n');
  for (const { what, value, aim, isGood } of findings) {
    process.stdout.write(`| ${what} | ${value}${isGood === false ? ' ✗' : ''} | ${aim} |\n`);
  }
  if (findings.some(finding => finding.isGood === false)) process.exitCode = 1;
}
