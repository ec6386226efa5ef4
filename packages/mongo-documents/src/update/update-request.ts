/** What is asked of an update: operators, a replacement, or a pipeline. */
import { isDoc, type Doc } from '../bson/codec';
import { MongoError } from '../errors';
import type { ExpressionOptions } from '../query/mingo';
import type { Query } from '../query/query';

export interface UpdateRequest extends ExpressionOptions {
  update: Doc | Doc[];
  /** The filter that found the document: tells which array element the positional $ means. */
  filter: Doc;
  arrayFilters?: Doc[];
  /** The document is about to be inserted: $setOnInsert counts. */
  inserting?: boolean;
}

/** Is this a replacement document (no operators)? */
export function isReplacement(update: Doc | Doc[]): update is Doc {
  return !Array.isArray(update) && !(Object.keys(update)[0] ?? '').startsWith('$');
}

/** The request of a statement or command: the update has to be read with its int64 kept. */
export function updateRequest(query: Query, update: unknown, { arrayFilters }: Doc): UpdateRequest {
  if (!isDoc(update) && !Array.isArray(update))
    throw new MongoError(9, 'Update argument must be either an object or an array');
  const request: UpdateRequest = { ...query, update: update as Doc | Doc[] };
  if (arrayFilters === undefined) return request;
  if (Array.isArray(update) || isReplacement(update))
    throw new MongoError(9, 'arrayFilters may not be specified for pipeline-style or replacement updates');
  return { ...request, arrayFilters: arrayFilters as Doc[] };
}
