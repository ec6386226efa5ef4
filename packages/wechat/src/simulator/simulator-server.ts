import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { Simulator } from './create-simulator';
import type { SimulatorResponse } from './simulator-answer';

export interface SimulatorServer {
  /** Give it to `createWechatClient` as `baseUrl`. */
  url: string;
  close(): Promise<void>;
}

const MAX_BODY_BYTES = 1_000_000;

/** Serves the simulator on 127.0.0.1; port 0, the default, takes a free one. */
export async function createSimulatorServer(
  simulator: Pick<Simulator, 'handle'>,
  { port = 0 }: { port?: number } = {},
): Promise<SimulatorServer> {
  const server = createServer((request, response) => {
    answer(simulator, request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(simulator: Pick<Simulator, 'handle'>, request: IncomingMessage, response: ServerResponse) {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
  const result = await simulator.handle({
    method: request.method ?? 'GET',
    path: pathname,
    query: Object.fromEntries(searchParams),
    body: await readBody(request),
  });
  await send(response, result);
}

async function send(response: ServerResponse, { status, headers, body, fault }: SimulatorResponse): Promise<void> {
  // A connection that is open already cannot be refused any more; cutting it is the nearest thing.
  if (fault === 'refuse' || fault === 'cut') return void response.destroy();
  if (fault !== undefined) {
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    // Without ref: a slow answer must not keep a stopping process alive.
    await wait(fault.delayMs, undefined, { signal: gone.signal, ref: false });
  }
  response.writeHead(status, { ...headers, 'content-length': body.length }).end(body);
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) throw new RangeError('body too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
