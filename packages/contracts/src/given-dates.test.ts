import type { z } from 'zod';
import type { RouteName } from './routes';
import { schemas } from './schemas';

interface Def {
  shape?: Record<string, z.core.$ZodType>;
  options?: readonly z.core.$ZodType[];
  element?: z.core.$ZodType;
  innerType?: z.core.$ZodType;
  in?: z.core.$ZodType;
  format?: string;
  checks?: readonly z.core.$ZodCheck[];
}
interface Leaf {
  path: string;
  format: 'date' | 'datetime';
  schema: z.ZodType;
}

/** Every date and instant inside a schema, with where it is. */
function datesIn(schema: z.core.$ZodType, path: string): Leaf[] {
  const def = schema._zod.def as Def;
  if (def.format === 'date' || def.format === 'datetime') {
    return [{ path, format: def.format, schema: schema as z.ZodType }];
  }
  const parts: [string, z.core.$ZodType | undefined][] = [
    ...Object.entries(def.shape ?? {}).map(([name, part]): [string, z.core.$ZodType] => [`${path}.${name}`, part]),
    ...(def.options ?? []).map((part): [string, z.core.$ZodType] => [path, part]),
    [`${path}[]`, def.element],
    [path, def.innerType],
    [path, def.in],
  ];
  return parts.flatMap(([name, part]) => (part ? datesIn(part, name) : []));
}

const given = (Object.entries(schemas) as [RouteName, { query?: z.ZodType; body?: z.ZodType }][]).flatMap(
  ([name, { query, body }]) =>
    [query, body].flatMap(part => (part ? datesIn(part, name) : [])).map(leaf => [leaf.path, leaf] as const),
);
const DATES = {
  date: { good: '2026-11-16', at: (year: string) => [`${year}-01-01`, `${year}-12-31`] },
  datetime: {
    good: '2026-11-16T02:00:00Z',
    at: (year: string) => [`${year}-01-01T00:00:00Z`, `${year}-12-31T23:59:59Z`],
  },
};

describe('dates from outside', () => {
  test('the walk over the schemas -> finds them at every depth', () => {
    expect(given.map(([path]) => path)).toEqual(
      expect.arrayContaining([
        'workingDays.get.from',
        'notices.list.to',
        'staff.notices.create.posting.from',
        'staff.consultations.create.opensOn',
        'staff.informationRequests.askCorrection.deadline',
      ]),
    );
  });

  test.each(given)('%s: years that cannot be counted with -> refused in Chinese', (_, { format, schema }) => {
    const { good, at } = DATES[format];
    expect(schema.safeParse(good).success).toBe(true);
    for (const date of ['0001', '0999', '1949', '2100', '9999'].flatMap(at)) {
      const parsed = schema.safeParse(date);
      expect([date, parsed.error?.issues[0]?.message]).toEqual([date, '年份要在 1950 到 2099 之间']);
    }
  });
});
