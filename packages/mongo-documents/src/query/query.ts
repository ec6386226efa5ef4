/** What is asked of a collection, by whichever command. */
import type { Doc } from '../bson/codec';
import type { ExpressionOptions } from './mingo';

export interface Query extends ExpressionOptions {
  filter: Doc;
  sort?: Doc;
  skip?: number;
  /** 0 or absent: all. */
  limit?: number;
  /** The index that is to answer, by name or by key pattern. */
  hint?: unknown;
}
