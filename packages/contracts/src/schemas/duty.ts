import { z } from 'zod';
import { Abilities, GivenDate, Id, IdParams, Instant, LocalDate, Ref } from './common';

const DAYS_OF_WEEK = 7;

export const DutyWeek = z.object({
  unit: Ref,
  monday: LocalDate,
  days: z.array(
    z.object({
      on: LocalDate,
      /** By the calendar: a weekend or a holiday. */
      isOff: z.boolean(),
      /** What the day is: 工作日, 周末, 国庆节放假. */
      dayText: z.string(),
      main: Ref.nullable(),
      deputy: Ref.nullable(),
    }),
  ),
  /** 0 while nobody saved this week. */
  revision: z.number().int(),
  saved: z.object({ at: Instant, by: z.string() }).nullable(),
  /** Who can be put in. */
  members: z.array(Ref),
  abilities: Abilities,
});

export const dutySchemas = {
  'staff.duty.get': {
    /** The unit. */
    params: IdParams,
    /** Any day of the week; this week when it is not given. */
    query: z.strictObject({ of: GivenDate.optional() }),
    response: DutyWeek,
  },
  'staff.duty.put': {
    params: IdParams,
    body: z.strictObject({
      /** Of the week as it was read. */
      revision: z.number().int().min(0),
      /** All of one week. */
      days: z
        .array(
          z
            .strictObject({ on: GivenDate, mainId: Id.nullable(), deputyId: Id.nullable() })
            .refine(({ mainId, deputyId }) => deputyId === null || mainId !== null, {
              path: ['mainId'],
              message: '先排主班，再排副班',
            })
            .refine(({ mainId, deputyId }) => mainId === null || mainId !== deputyId, {
              path: ['deputyId'],
              message: '主班和副班不能是同一个人',
            }),
        )
        .min(1)
        .max(DAYS_OF_WEEK),
    }),
    response: DutyWeek,
  },
};
