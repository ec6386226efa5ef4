import { Agent, get, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { listen } from './server';

const ask = (port: number, agent: Agent, path = '/') =>
  new Promise<IncomingMessage>((resolve, reject) => {
    get({ host: '127.0.0.1', port, agent, path }, resolve).once('error', reject);
  });

describe('stopping', () => {
  it('close: a request under way, its connection kept -> answered whole, then ended at once; a new one is refused', async () => {
    let finish: () => void = () => undefined;
    const reached = new Promise<void>(resolve => {
      finish = resolve;
    });
    const waiting: (() => void)[] = [];
    const server = await listen(
      (req, res) => {
        res.write('first ');
        waiting.push(() => res.end('last'));
        if (req.url === '/slow') finish();
      },
      { host: '127.0.0.1', port: 0 },
    );
    const agent = new Agent({ keepAlive: true, keepAliveMsecs: 60_000 });
    const answer = ask(server.port, agent, '/slow');
    await reached;

    const startedAt = performance.now();
    const closed = server.close();
    await expect(ask(server.port, new Agent())).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    waiting.forEach(end => end());
    expect(await text(await answer)).toBe('first last');
    await closed;
    // Node alone would keep the connection for five seconds.
    expect(performance.now() - startedAt).toBeLessThan(4_000);
    agent.destroy();
  });
});
