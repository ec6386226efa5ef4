import { createRequire } from 'node:module';
import type { Socket } from 'node:net';

interface DriverConnection {
  socket: Socket;
  cleanup(error: Error): void;
}

let isPatched = false;

/**
 * Mends the driver (mongodb 7.8 and 7.9): a command that finds its socket full waits for 'drain', and a socket that closes never
 * drains. So it is with a socket that is destroyed and has not said 'close' yet: it takes nothing. Such a command would wait for ever,
 * keep its connection, and stop everybody who shares its answer. Here who waits is woken when the connection is given up, and fails
 * with its error: what may be repeated is repeated by the driver.
 */
export function wakeWriters(): void {
  if (isPatched) return;
  isPatched = true;
  const ofMongoose = createRequire(require.resolve('mongoose'));
  const { Connection } = ofMongoose('mongodb/lib/cmap/connection') as { Connection: { prototype: DriverConnection } };
  const { cleanup } = Connection.prototype;
  Connection.prototype.cleanup = function (error) {
    cleanup.call(this, error);
    this.socket.emit('drain');
  };
}
