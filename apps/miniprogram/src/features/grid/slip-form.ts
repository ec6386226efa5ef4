import type { GridRecord } from '@bandeng/contracts/types';
import { slipNumberOf } from '@bandeng/rules';
import type { OutboxEntry } from './unsent';

type OnSlip = Extract<GridRecord, { slip: unknown }>;
type Slip = OnSlip['slip'];

/** The slip that is left with whoever spoke. The four digits are of their phone, and empty until they say them. */
export interface SlipForm {
  slipNumber: string;
  lastFour: string;
}
export type SlipProblems = Partial<Record<keyof SlipForm, string>>;

export const slipFormOf = (slip: Slip | undefined): SlipForm => ({
  slipNumber: slip?.number ?? '',
  lastFour: slip?.lastFour ?? '',
});

/** What is wrong with a number as far as it is typed, if anything; without a network, for the last digit checks the others. */
export const typingProblem = (typed: string): string | undefined =>
  typed.replace(/\D/g, '').length >= 8 && slipNumberOf(typed) === null ? '编号不对，对着便条再看一遍' : undefined;

/** @param otherNumbers slips that this phone has left with somebody else and not sent yet */
export function slipProblems({ slipNumber, lastFour }: SlipForm, otherNumbers: readonly string[]): SlipProblems {
  if (slipNumber.trim() === '') return {};
  const number = slipNumberOf(slipNumber);
  return {
    ...(number === null && { slipNumber: typingProblem(slipNumber) ?? '编号是八位数字' }),
    ...(number !== null && otherNumbers.includes(number) && { slipNumber: '这张便条刚用在另一条上，换一张' }),
    ...(lastFour.trim() !== '' && !/^\d{4}$/.test(lastFour.trim()) && { lastFour: '写手机号的最后四位' }),
  };
}

export function slipOf({ slipNumber, lastFour }: SlipForm): Slip {
  const number = slipNumberOf(slipNumber);
  return number === null ? null : { number, lastFour: lastFour.trim() || null };
}

/** Numbers of slips in what waits on this phone, but for one record. */
export const waitingSlips = (
  records: readonly { id: string; body: Pick<OutboxEntry, 'data'> }[],
  but: string | undefined,
): string[] =>
  records.flatMap(({ id, body: { data } }) =>
    id !== but && data && 'slip' in data && data.slip ? data.slip.number : [],
  );
