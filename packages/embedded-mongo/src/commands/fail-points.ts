/** configureFailPoint for tests of clients, behind the testCommands switch: failCommand and onPrimaryTransactionalWrite. */
import { isDoc, type Doc } from '@bandeng/mongo-documents/bson';
import { MongoError } from '@bandeng/mongo-documents/errors';

interface Point {
  times: number;
  skip: number;
  data: Doc;
}

const known = ['failCommand', 'onPrimaryTransactionalWrite'];

/** The connection is to be closed instead of answered. */
export class CloseConnection extends Error {}

export class FailPoints {
  private readonly points = new Map<string, Point>();

  configure(name: string, mode: unknown, data: Doc): void {
    if (!known.includes(name)) throw new MongoError(2, `unknown fail point ${name}`);
    if (mode === 'off') return void this.points.delete(name);
    const { times = Infinity, skip = 0 } = isDoc(mode) ? mode : {};
    this.points.set(name, { times: Number(times), skip: Number(skip), data });
  }

  /** The data of a fail point when it is its turn. */
  private fire(name: string, concerns: (data: Doc) => boolean = () => true): Doc | undefined {
    const point = this.points.get(name);
    if (point === undefined || !concerns(point.data)) return undefined;
    if (point.skip > 0) return void point.skip--;
    return point.times-- > 0 ? point.data : undefined;
  }

  /** What is to go wrong with this command, if anything, as the client configured it. */
  next(command: string, client: string | undefined): Doc {
    const concerns = ({ failCommands, appName = client }: Doc): boolean =>
      Array.isArray(failCommands) && failCommands.includes(command) && appName === client;
    return this.fire('failCommand', concerns) ?? {};
  }

  /** Asked before each statement of a retryable write: is the connection to close before or after its commit? */
  onWrite(): 'before' | 'after' | undefined {
    const data = this.fire('onPrimaryTransactionalWrite');
    return data && (data.failBeforeCommitExceptionCode === undefined ? 'after' : 'before');
  }
}
