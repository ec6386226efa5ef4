import http from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Deployment {
  origin: string;
  /** From now on the H5 is another version: its main script has another name, and the old one is gone. */
  deploy(): void;
  /** Name of the main script of the version that is served now. */
  mainScript(): string;
  stop(): Promise<void>;
}

const NEXT = 'js/app.00000002.js';

/** In front of a server: what it answers, and after deploy() the same build under the names of another version. */
export async function openDeployment(target: string): Promise<Deployment> {
  const page = await (await fetch(`${target}/m/`)).text();
  const first = /js\/app\.[0-9a-f]+\.js/.exec(page)?.[0];
  if (first === undefined) throw new Error(`no main script in ${page}`);
  let current = first;
  const answer = async (request: http.IncomingMessage, response: http.ServerResponse) => {
    const { url = '/', method, headers } = request;
    const isOurs = url.startsWith('/m/') && current !== first;
    if (isOurs && url.includes(first)) return response.writeHead(404).end();
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { host: _host, connection: _connection, 'if-none-match': _etag, ...passed } = headers;
    const told = await fetch(target + (isOurs ? url.replace(NEXT, first) : url), {
      method,
      headers: passed as Record<string, string>,
      body: chunks.length ? Buffer.concat(chunks) : undefined,
      redirect: 'manual',
    });
    const body = Buffer.from(await told.arrayBuffer());
    const { 'content-encoding': _encoding, 'content-length': _length, ...kept } = Object.fromEntries(told.headers);
    const isText = isOurs && /^\/m\/(sw\.js|index\.html|\?.*)?$/.test(url);
    response.writeHead(told.status, kept);
    response.end(isText ? renamed(body.toString('utf8'), first) : body);
  };
  const server = http.createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    deploy: () => {
      current = NEXT;
    },
    mainScript: () => current,
    stop: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const renamed = (text: string, first: string) =>
  text.replaceAll(first, NEXT).replace(/(const VERSION = ")[^"]+/, '$1next');
