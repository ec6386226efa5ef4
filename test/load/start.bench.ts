/** From nothing to ready: with the demo district to load, and with what is there already. */
import { execFileSync } from 'node:child_process';
import { startApp } from '../support/start-app';
import { median, milliseconds, report, scaled } from './report';

const ROUNDS = scaled(5, 1);

/** What Node itself needs to load the server's libraries: no start can be faster. */
const LIBRARIES = "for (const name of ['koa', 'mongoose', 'zod', 'pino']) require(name)";

async function main(): Promise<void> {
  const cold: number[] = [];
  const warm: number[] = [];
  const floor: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    floor.push(await milliseconds(async () => void execFileSync(process.execPath, ['-e', LIBRARIES])));
    let app = await startTimed(cold);
    await app.stop();
    app = await startTimed(warm, app.dataDir);
    await app.stop();
    await app.remove();
  }
  const seconds = (times: number[]) => `${(median(times) / 1_000).toFixed(1)} s`;
  const ratio = median(warm) / median(floor);
  report('start: until the server says ready', [
    { what: 'cold: engine, indexes and the demo district', value: seconds(cold), aim: '' },
    { what: 'warm: on the same data folder', value: seconds(warm), aim: '' },
    { what: "Node with the server's libraries", value: seconds(floor), aim: '' },
    { what: 'warm beside that', value: `× ${ratio.toFixed(1)}`, aim: '', isGood: ratio < 20 },
  ]);
}

async function startTimed(times: number[], dataDir?: string) {
  let app!: Awaited<ReturnType<typeof startApp>>;
  times.push(
    await milliseconds(async () => {
      app = await startApp({ env: { LOG_LEVEL: 'warn' }, ...(dataDir && { dataDir }) });
    }),
  );
  return app;
}

void main();
