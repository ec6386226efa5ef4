import { faultWords } from '@bandeng/contracts/fault-words';
import type { RouteName } from '@bandeng/contracts/routes';
import { schemas } from '@bandeng/contracts/schemas';
import type { z } from 'zod';
import { problemOf, startTestServer } from '../testing';

type Parts = Partial<Record<'params' | 'query' | 'body', z.ZodType>>;
const given = (Object.entries(schemas) as [RouteName, Parts][]).flatMap(([name, { params, query, body }]) =>
  [params, query, body].flatMap(schema => (schema ? [[name, schema] as const] : [])),
);
const LONG = 'x'.repeat(30_000);
const BAD = [
  undefined,
  null,
  true,
  -1,
  0.5,
  1e12,
  '',
  ' ',
  'x',
  LONG,
  [],
  [null],
  [''],
  [{}],
  {},
  { kind: 'none' },
  { none: 1 },
];

/** The schema's own keys, each with every bad value in turn, and two levels down. */
function badInputs(schema: z.core.$ZodType, depth = 2): unknown[] {
  const def = schema._zod.def as { shape?: Record<string, z.core.$ZodType>; innerType?: z.core.$ZodType };
  if (def.innerType) return badInputs(def.innerType, depth);
  if (!def.shape || depth === 0) return BAD;
  const inner = Object.entries(def.shape).flatMap(([key, part]) =>
    badInputs(part, depth - 1).map(value => ({ [key]: value })),
  );
  return [...BAD, ...inner];
}

describe('words of faults', () => {
  test.each(given)('%s: every bad value -> words in Chinese for every fault', (_, schema) => {
    const messages = badInputs(schema).flatMap(
      value => schema.safeParse(value, { error: faultWords }).error?.issues.map(issue => issue.message) ?? [],
    );
    expect(messages.length).toBeGreaterThan(0);
    expect([...new Set(messages)].filter(message => !/[一-鿿]/.test(message))).toEqual([]);
  });

  test('a call with bad fields -> each named by its path, the unknown one too', async () => {
    const server = await startTestServer();
    const resident = await server.asResident();
    const body = { answers: { a: 'perhaps' }, none: 1 };
    const { status, problem } = await problemOf(resident.call('me.subscriptionCredits.add', { body: body as never }));
    await server.stop();
    expect(status).toBe(422);
    expect(problem.errors).toEqual([
      { path: 'id', message: '请填写' },
      { path: 'answers.a', message: '只能选：accept、reject、ban、filter' },
      { path: 'none', message: '不认识这一项' },
    ]);
  });
});
