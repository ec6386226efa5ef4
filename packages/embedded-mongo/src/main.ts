/** The engine's own process: reads its options, claims the data folder, serves until its last client has gone. */
import { parseArgs } from 'node:util';
import { answers, processStart, takenCode, writeEngineFile } from './process/engine-file';
import { claimOwnership, FolderTaken } from './process/claim';
import { startServer, type RunningServer } from './wire/server';

const { values } = parseArgs({
  options: {
    'data-dir': { type: 'string' },
    'idle-seconds': { type: 'string', default: '5' },
    port: { type: 'string', default: '0' },
    'test-commands': { type: 'boolean', default: false },
  },
});

/** Time for the process that started the engine to make its first connection. */
const firstClientSeconds = 15;

function log(message: string): void {
  process.stdout.write(`${new Date().toISOString()} ${message}\n`);
}

async function serve(dataDir: string, port: number): Promise<RunningServer> {
  let stopping = false;
  const stop = (why: string): void => {
    if (stopping) return;
    stopping = true;
    log(`stopping: ${why}`);
    void server.close().then(() => process.exit(0));
  };
  const idleSeconds = Number(values['idle-seconds']);
  const server = await startServer({
    dataDir,
    port,
    testCommands: values['test-commands'],
    idle: {
      seconds: idleSeconds,
      firstSeconds: Math.max(idleSeconds, firstClientSeconds),
      then: () => stop('no clients'),
    },
    claim: claimOwnership,
  });
  process.on('SIGTERM', () => stop('SIGTERM'));
  process.on('SIGINT', () => stop('SIGINT'));
  return server;
}

async function main(): Promise<void> {
  const dataDir = values['data-dir'];
  if (dataDir === undefined)
    throw new Error('usage: engine --data-dir FOLDER [--idle-seconds N] [--port N] [--test-commands]');
  const wanted = Number(values.port);
  // The port of the engine before, so that its clients find the new one; any other when something else took it.
  const port = wanted > 0 && (await answers(wanted)) ? 0 : wanted;
  const server = await serve(dataDir, port).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error;
    return serve(dataDir, 0);
  });
  writeEngineFile(dataDir, { pid: process.pid, port: server.port, processStart: processStart(process.pid) });
  log(`serving ${dataDir} on port ${server.port}, process ${process.pid}`);
}

/** lmdb rejects promises of its own with a commit that failed; those who wait for the write are told by the store. */
process.on('unhandledRejection', (reason: unknown) => {
  log(`unhandled: ${reason instanceof Error ? reason.message : String(reason)}`);
  const ofCommit =
    typeof reason === 'object' &&
    reason !== null &&
    ('commitError' in reason || typeof (reason as { code?: unknown }).code === 'number');
  if (!ofCommit) process.exit(1);
});

main().catch((error: unknown) => {
  log(`failed: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(error instanceof FolderTaken ? takenCode : 1);
});
