import { faultWords } from '@bandeng/contracts/fault-words';
import type { RouteName } from '@bandeng/contracts/routes';
import { schemas } from '@bandeng/contracts/schemas';
import type { Context } from 'koa';
import type { z } from 'zod';
import { AppError, type FieldFault } from '../platform/errors';
import { readJson } from './read-json';

type Part = 'params' | 'query' | 'body' | 'response';
const schemaOf = (name: RouteName, part: Part): z.ZodType | undefined =>
  (schemas[name] as Partial<Record<Part, z.ZodType>>)[part];

/** Where it is and what is wrong; an unknown field is named itself. */
const faultsOf = (error: z.ZodError): FieldFault[] =>
  error.issues.flatMap(issue => {
    const keys = issue.code === 'unrecognized_keys' ? issue.keys.map(key => [key]) : [[]];
    return keys.map(key => ({ path: [...issue.path, ...key].map(String).join('.'), message: issue.message }));
  });

/** Query and parameters are text only: a name given twice is a fault, so no object or operator can be smuggled in. */
function plainQuery(ctx: Context): Record<string, string> {
  const entries = Object.entries(ctx.query).filter(([, value]) => value !== undefined);
  const twice = entries.filter(([, value]) => Array.isArray(value)).map(([path]) => ({ path, message: '只能写一次' }));
  if (twice.length > 0) throw new AppError('request.invalid', { errors: twice });
  return Object.fromEntries(entries) as Record<string, string>;
}

/** What was given, as its schema reads it; 422 with every fault. */
export function parse(schema: z.ZodType, value: unknown): unknown {
  const parsed = schema.safeParse(value, { error: faultWords });
  if (!parsed.success) throw new AppError('request.invalid', { errors: faultsOf(parsed.error) });
  return parsed.data;
}

/** The query of an address outside /api/v1, checked as those of the contract are. */
export const parseQuery = <T extends z.ZodType>(schema: T, ctx: Context): z.output<T> =>
  parse(schema, plainQuery(ctx)) as z.output<T>;

/** Params, query and body of a call, checked against the contract. A parameter in the path that cannot be one is a 404 elsewhere, a 422 here. */
export async function readInput(
  name: RouteName,
  ctx: Context,
): Promise<{ params: unknown; query: unknown; body: unknown }> {
  const params = schemaOf(name, 'params');
  const query = schemaOf(name, 'query');
  const body = schemaOf(name, 'body');
  return {
    params: params && parse(params, ctx.params),
    query: query && parse(query, plainQuery(ctx)),
    body: body && parse(body, await readJson(ctx)),
  };
}

/** An answer that breaks the contract is our fault: told in tests and development, where it can still be mended. */
export function checkAnswer(name: RouteName, answer: unknown): void {
  const schema = schemaOf(name, 'response');
  if (!schema) return;
  const parsed = schema.safeParse(answer);
  if (!parsed.success) {
    const faults = faultsOf(parsed.error).map(fault => `${fault.path}: ${fault.message}`);
    throw new Error(`the answer of ${name} breaks its contract: ${faults.join('; ')}`);
  }
}
