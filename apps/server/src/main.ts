import { createApp } from './app';
import { ConfigError, loadConfig } from './config';
import { createLogger, openLogStream, type Logger } from './platform/logger';
import { listen, type RunningServer } from './server';
import { openDependencies } from './start';
import { startWorker } from './worker';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** `--worker`: outbox and schedules only, no port; `--web`: requests only. Without either: both. */
async function main(args: readonly string[]): Promise<void> {
  const config = loadConfig();
  // At a terminal somebody wants to read the address, not a line for every request.
  const level = config.logLevel ?? (process.stderr.isTTY ? 'warn' : 'info');
  const logger = createLogger({ level, stream: openLogStream() });
  const { deps, database } = await openDependencies({ config, logger, onDatabase: text => say(`database: ${text}`) });
  const faults = await deps.startFaults();
  if (faults.length > 0) {
    await database.close();
    throw new ConfigError(faults);
  }
  if (config.isDemo) await deps.prepareDemo();

  const worker = args.includes('--web') ? undefined : startWorker(deps);
  const metrics = await deps.platform.metrics.listen(config.metricsPort);
  const running: { server?: RunningServer; isStopping: boolean } = { isStopping: false };
  stopOnSignal(logger, async () => {
    running.isStopping = true;
    await running.server?.close();
    await worker?.stop();
    await metrics.close();
    await database.close();
  });

  say(`metrics: http://127.0.0.1:${metrics.port}/metrics`);
  if (args.includes('--worker')) {
    say('ready worker');
    return;
  }
  const app = createApp(deps, { isStopping: () => running.isStopping });
  running.server = await listen(app, config);
  const origin = `http://127.0.0.1:${running.server.port}`;
  say(`pages: ${origin}/m/`);
  say(`console: ${origin}/console/`);
  say(`api: ${origin}/api/docs`);
  if (config.isDemo) say(`demo mode: ${origin}/wechat-simulator shows what was sent; staff log in with bandeng-demo`);
  say(`ready ${origin}`);
}

/** SIGTERM and Ctrl-C: requests and deliveries under way finish, then the process ends. A second signal changes nothing. */
function stopOnSignal(logger: Logger, stop: () => Promise<void>): void {
  let stopped: Promise<void> | undefined;
  const onSignal = (signal: string) => {
    if (stopped) return;
    logger.info({ signal }, 'stopping');
    stopped = stop();
    stopped.then(
      () => process.exit(0),
      (error: unknown) => {
        logger.error({ err: error }, 'stopping failed');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  const isPlain = error instanceof ConfigError;
  process.stderr.write(
    `${isPlain ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  process.exit(1);
});
