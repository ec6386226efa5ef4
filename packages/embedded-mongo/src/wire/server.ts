/** Listens on loopback and serves connections; tells when the last client has been gone for a while. */
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { Engine, type EngineOptions } from '../engine';
import { serveConnection } from './connection';
import { uriOf } from './uri';

export interface ServerOptions extends EngineOptions {
  /** 0 or absent: any free port. */
  port?: number;
  /** Called once when no client has been connected for so long. */
  idle?: { seconds: number; firstSeconds?: number; then: () => void };
}

export interface RunningServer {
  engine: Engine;
  port: number;
  uri: string;
  close(): Promise<void>;
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.removeListener('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

/** Opens the data folder and serves it until `close` is called. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const engine = new Engine(options);
  const sockets = new Set<Socket>();
  let idleTimer: NodeJS.Timeout | undefined;
  let connections = 0;

  const watchIdle = (): void => {
    clearTimeout(idleTimer);
    if (options.idle === undefined || sockets.size > 0) return;
    const { seconds, firstSeconds = seconds, then } = options.idle;
    idleTimer = setTimeout(then, (connections === 0 ? firstSeconds : seconds) * 1000);
  };

  const server = createServer(socket => {
    sockets.add(socket);
    engine.connections = sockets.size;
    clearTimeout(idleTimer);
    socket.on('close', () => {
      sockets.delete(socket);
      engine.connections = sockets.size;
      watchIdle();
    });
    serveConnection(engine, socket, ++connections);
  });

  let port: number;
  try {
    port = await listen(server, options.port ?? 0);
  } catch (error) {
    await engine.close();
    throw error;
  }
  engine.address = `127.0.0.1:${port}`;
  watchIdle();
  return {
    engine,
    port,
    uri: uriOf(port),
    close: async () => {
      clearTimeout(idleTimer);
      for (const socket of sockets) socket.destroy();
      await new Promise<void>(resolve => server.close(() => resolve()));
      await engine.close();
    },
  };
}
