import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface RunningServer {
  port: number;
  /** Takes no new connection, lets requests under way finish, then ends what is idle. */
  close(): Promise<void>;
}

/** A client that sends its headers or body slower than this is cut off. */
const REQUEST_TIMEOUT_MS = 120_000;
const HEADERS_TIMEOUT_MS = 20_000;
/** Longer than a proxy keeps a connection to us (nginx: 60 s), so that the proxy is the one to close it and no request is lost between. */
const KEEP_ALIVE_MS = 65_000;
const FINISH_WITHIN_MS = 20_000;
/** While stopping, a connection that a client keeps for its next request is ended as soon as its answer is out. */
const IDLE_CHECK_MS = 50;

export async function listen(
  app: RequestListener,
  { host, port }: { host: string; port: number },
): Promise<RunningServer> {
  const server = createServer(
    { requestTimeout: REQUEST_TIMEOUT_MS, headersTimeout: HEADERS_TIMEOUT_MS, keepAliveTimeout: KEEP_ALIVE_MS },
    app,
  );
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise(resolve => {
        const force = setTimeout(() => server.closeAllConnections(), FINISH_WITHIN_MS);
        const idle = setInterval(() => server.closeIdleConnections(), IDLE_CHECK_MS);
        server.close(() => {
          clearTimeout(force);
          clearInterval(idle);
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
}
