/** configureFailPoint: failCommand, for tests of clients; behind the testCommands switch. */
import { isDoc, type Doc } from '../bson/codec';
import { MongoError } from '../errors';

interface FailCommand {
  times: number;
  skip: number;
  data: Doc;
}

export interface Failure {
  closeConnection: boolean;
  error?: MongoError;
  /** The error comes in writeConcernError, after the command has run. */
  writeConcernError?: Doc;
  blockMilliseconds: number;
}

export class FailPoints {
  private active: FailCommand | undefined;

  configure(mode: unknown, data: Doc): void {
    if (mode === 'off') this.active = undefined;
    else if (mode === 'alwaysOn') this.active = { times: Infinity, skip: 0, data };
    else if (isDoc(mode))
      this.active = {
        times: mode.times === undefined ? Infinity : Number(mode.times),
        skip: Number(mode.skip ?? 0),
        data,
      };
    else throw new MongoError(2, 'configureFailPoint needs a mode');
  }

  /** What is to go wrong with this command, if anything. */
  next(command: string, appName: string | undefined): Failure | undefined {
    const point = this.active;
    if (point === undefined || !Array.isArray(point.data.failCommands) || !point.data.failCommands.includes(command))
      return undefined;
    if (point.data.appName !== undefined && point.data.appName !== appName) return undefined;
    if (point.skip > 0) {
      point.skip--;
      return undefined;
    }
    if (point.times <= 0) return undefined;
    point.times--;
    return failure(point.data);
  }
}

function failure(data: Doc): Failure {
  const result: Failure = {
    closeConnection: data.closeConnection === true,
    blockMilliseconds: data.blockConnection === true ? Number(data.blockTimeMS ?? 0) : 0,
  };
  if (data.errorCode !== undefined) {
    result.error = new MongoError(Number(data.errorCode), "Failing command via 'failCommand' failpoint");
    if (Array.isArray(data.errorLabels)) result.error.labels = data.errorLabels.map(String);
  }
  if (isDoc(data.writeConcernError)) {
    const labels = Array.isArray(data.errorLabels) ? { errorLabels: data.errorLabels } : {};
    result.writeConcernError = { ...data.writeConcernError, ...labels };
  }
  return result;
}
