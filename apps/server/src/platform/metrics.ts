import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

export interface Metrics {
  observeRequest(seen: { method: string; route: string; status: number; seconds: number }): void;
  countDelivery(outcome: 'done' | 'failed'): void;
  /** A number read when Prometheus asks. */
  gauge(name: string, help: string, read: () => Promise<number>): void;
  /** Serves the metrics on the loopback, whatever HOST says. */
  listen(port: number): Promise<{ port: number; close(): Promise<void> }>;
}

export function createMetrics(): Metrics {
  const registers = [new Registry()];
  const [registry] = registers as [Registry];
  const requests = new Histogram({
    name: 'bandeng_request_seconds',
    help: 'Time to answer, by route',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.3, 1, 3],
    registers,
  });
  const deliveries = new Counter({
    name: 'bandeng_outbox_deliveries_total',
    help: 'Outbox entries delivered',
    labelNames: ['outcome'],
    registers,
  });
  // Finding the series of three labels anew for every request costs more than counting in it; there are a few hundred.
  const series = new Map<string, ReturnType<typeof requests.labels>>();
  return {
    observeRequest: ({ method, route, status, seconds }) => {
      const key = `${method} ${status} ${route}`;
      let found = series.get(key);
      if (!found) series.set(key, (found = requests.labels({ method, route, status: String(status) })));
      found.observe(seconds);
    },
    countDelivery: outcome => deliveries.inc({ outcome }),
    gauge: (name, help, read) => {
      new Gauge({
        name,
        help,
        registers,
        async collect() {
          this.set(await read());
        },
      });
    },
    listen: async port => {
      collectDefaultMetrics({ register: registry });
      const server = createServer((_, response) => {
        void registry.metrics().then(
          text => response.setHeader('Content-Type', registry.contentType).end(text),
          () => response.writeHead(503).end(),
        );
      });
      await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
      return { port: (server.address() as AddressInfo).port, close: () => closeServer(server) };
    },
  };
}

const closeServer = (server: Server) =>
  new Promise<void>(resolve => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
