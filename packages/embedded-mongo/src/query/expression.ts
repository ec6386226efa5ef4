/** Aggregation expressions ($expr, $project with computed fields, pipeline updates) as seen by the rest of the engine. */
import type { Doc } from '../bson/codec';
import { mingoExpression } from './mingo';

export interface ExpressionOptions {
  /** Values of $$name, from `let`. */
  variables?: Doc;
}

/** The value of an expression over a document; undefined when it is missing. */
export function evaluateExpression(doc: Doc, expression: unknown, options: ExpressionOptions = {}): unknown {
  return mingoExpression(doc, expression, options.variables ?? {});
}
