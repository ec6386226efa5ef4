/** Aggregation expressions ($expr, $project with computed fields, pipeline updates) as seen by the rest of the engine. */
import type { Doc } from '../bson/codec';
import type { Collate } from './collation';
import { mingoExpression } from './mingo';

export interface ExpressionOptions {
  /** Values of $$name, from `let`. */
  variables?: Doc;
  /** How strings compare; by their bytes when absent. */
  collate?: Collate;
}

/** The value of an expression over a document; undefined when it is missing. */
export function evaluateExpression(doc: Doc, expression: unknown, options: ExpressionOptions = {}): unknown {
  return mingoExpression(doc, expression, options.variables ?? {});
}
