/** The one file that knows mingo: aggregation expressions and stages. Comparison, matching and sorting are ours. */
import { Aggregator, Context } from 'mingo';
import { isDoc, type Doc } from '../bson/codec';
import { MongoError, notSupported } from '../errors';
import type { Collate } from '../keys/compare';

const context = Context.init();

function options(variables: Doc): { context: Context; scriptEnabled: false; variables: Doc } {
  return { context, scriptEnabled: false, variables };
}

/** mingo's own complaints are about what the client sent. */
function asMongoError(error: unknown): unknown {
  if (error instanceof MongoError || !(error instanceof Error)) return error;
  if (error instanceof RangeError) return new MongoError(15, 'Exceeded depth limit');
  const operator = /'(\$\w+)' is not registered/.exec(error.message);
  if (operator) return new MongoError(168, `Unrecognized expression '${operator[1]}'`);
  return new MongoError(2, error.message);
}

function guarded<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw asMongoError(error);
  }
}

/** Runs stages lazily over documents. */
export function* mingoStages(documents: Iterable<Doc>, stages: Doc[], variables: Doc): Generator<Doc> {
  const results = guarded(() => new Aggregator(stages, options(variables)).stream(documents));
  for (;;) {
    const { value, done } = guarded(() => results.next());
    if (done) return;
    yield value as Doc;
  }
}

export interface ExpressionOptions {
  /** Values of $$name, from `let`. */
  variables?: Doc;
  /** How strings compare; by their bytes when absent. */
  collate?: Collate | undefined;
}

/** The value of an aggregation expression over a document ($expr, computed fields, `let`); undefined when it is missing. */
export function evaluateExpression(doc: Doc, expression: unknown, { variables = {} }: ExpressionOptions = {}): unknown {
  checkOperators(expression);
  const result = guarded(() =>
    new Aggregator([{ $replaceWith: { value: expression } }], options(variables)).run<Doc>([doc]),
  );
  return result[0]?.value;
}

const refused = new Set(['$function', '$accumulator', '$where']);

function checkOperators(expression: unknown): void {
  if (Array.isArray(expression)) return expression.forEach(checkOperators);
  if (!isDoc(expression)) return;
  for (const [name, value] of Object.entries(expression)) {
    if (refused.has(name)) throw notSupported(name);
    if (name !== '$literal') checkOperators(value);
  }
}
