/** From nothing to ready: with the demo district to load, and with what is there already. */
import { execFileSync } from 'node:child_process';
import { startApp, type App } from '../support/start-app';
import { median, milliseconds, report, scaled, type Finding } from './report';

const ROUNDS = scaled(5, 1);

/** What Node itself needs to load the server's libraries: no start can be faster. */
const LIBRARIES = "for (const name of ['koa', 'mongoose', 'zod', 'pino']) require(name)";

/** The lines that a start prints on its way, and what is done by then. */
const STEPS = [
  ['database:', "Node, the server's code, the engine and the first connection"],
  ['metrics:', 'collections and indexes, what the modules prepare'],
  ['ready ', 'listening'],
] as const;

interface Started {
  whole: number;
  /** Milliseconds of each step. */
  parts: number[];
}

async function startTimed(dataDir?: string): Promise<{ app: App; started: Started }> {
  let app!: App;
  const whole = await milliseconds(async () => {
    app = await startApp({ env: { LOG_LEVEL: 'warn' }, ...(dataDir && { dataDir }) });
  });
  const reached = STEPS.map(([words]) => app.printedAfter(words) ?? whole);
  return { app, started: { whole, parts: reached.map((at, step) => at - (reached[step - 1] ?? 0)) } };
}

async function main(): Promise<void> {
  const [cold, warm]: [Started[], Started[]] = [[], []];
  const floor: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    floor.push(await milliseconds(async () => void execFileSync(process.execPath, ['-e', LIBRARIES])));
    const first = await startTimed();
    cold.push(first.started);
    await first.app.stop();
    const second = await startTimed(first.app.dataDir);
    warm.push(second.started);
    await second.app.stop();
    await second.app.remove();
  }
  const seconds = (time: number) => `${(time / 1_000).toFixed(2)} s`;
  const whole = (starts: Started[]) => median(starts.map(start => start.whole));
  const ratio = whole(warm) / median(floor);
  const rows = (what: string, starts: Started[]): Finding[] => [
    { what, value: seconds(whole(starts)), aim: '' },
    ...STEPS.map(([, step], at) => ({
      what: `of it: ${step}`,
      value: seconds(median(starts.map(start => start.parts[at]!))),
      aim: '',
    })),
  ];
  report('start: until the server says ready', [
    ...rows('cold: with the demo district to load', cold),
    ...rows('warm: on the same data folder, the engine still there', warm),
    { what: "Node with the server's libraries", value: seconds(median(floor)), aim: '' },
    { what: 'warm beside that', value: `× ${ratio.toFixed(1)}`, aim: '', isGood: ratio < 20 },
    { what: 'cold beside that', value: `× ${(whole(cold) / median(floor)).toFixed(1)}`, aim: '' },
  ]);
}

void main();
