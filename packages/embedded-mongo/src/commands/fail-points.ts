/** configureFailPoint for tests of clients, behind the testCommands switch: failCommand and onPrimaryTransactionalWrite. */
import { isDoc, type Doc } from '../bson/codec';
import { MongoError } from '../errors';

interface Point {
  times: number;
  skip: number;
  data: Doc;
}

export interface Failure {
  closeConnection: boolean;
  error?: MongoError;
  /** The labels were given: none are added to them. */
  labelled: boolean;
  /** The error comes in writeConcernError, after the command has run. */
  writeConcernError?: Doc;
  blockMilliseconds: number;
}

/** The connection is to be closed instead of answered. */
export class CloseConnection extends Error {}

export class FailPoints {
  private readonly points = new Map<string, Point>();

  configure(name: string, mode: unknown, data: Doc): void {
    if (mode === 'off') this.points.delete(name);
    else if (mode === 'alwaysOn') this.points.set(name, { times: Infinity, skip: 0, data });
    else if (isDoc(mode)) {
      const times = mode.times === undefined ? Infinity : Number(mode.times);
      this.points.set(name, { times, skip: Number(mode.skip ?? 0), data });
    } else throw new MongoError(2, 'configureFailPoint needs a mode');
  }

  private fires(point: Point): boolean {
    if (point.skip > 0) {
      point.skip--;
      return false;
    }
    return point.times-- > 0;
  }

  /** What is to go wrong with this command, if anything. */
  next(command: string, appName: string | undefined): Failure | undefined {
    const point = this.points.get('failCommand');
    const commands = point?.data.failCommands;
    if (point === undefined || !Array.isArray(commands) || !commands.includes(command)) return undefined;
    if (point.data.appName !== undefined && point.data.appName !== appName) return undefined;
    return this.fires(point) ? failure(point.data) : undefined;
  }

  /** Asked before each statement of a retryable write: is the connection to close before or after its commit? */
  onWrite(): 'before' | 'after' | undefined {
    const point = this.points.get('onPrimaryTransactionalWrite');
    if (point === undefined || !this.fires(point)) return undefined;
    return point.data.failBeforeCommitExceptionCode === undefined ? 'after' : 'before';
  }
}

function failure(data: Doc): Failure {
  const labels = Array.isArray(data.errorLabels) ? data.errorLabels.map(String) : undefined;
  const result: Failure = {
    closeConnection: data.closeConnection === true,
    labelled: labels !== undefined,
    blockMilliseconds: data.blockConnection === true ? Number(data.blockTimeMS ?? 0) : 0,
  };
  if (data.errorCode !== undefined) {
    result.error = new MongoError(Number(data.errorCode), "Failing command via 'failCommand' failpoint");
    result.error.labels = labels ?? [];
  }
  if (isDoc(data.writeConcernError)) {
    result.writeConcernError = { ...data.writeConcernError, ...(labels ? { errorLabels: labels } : {}) };
  }
  return result;
}
