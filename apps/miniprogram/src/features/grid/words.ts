import type { GridRecord } from '@bandeng/contracts/types';
import { dateOf, sayDate } from '@bandeng/rules';
import type { IconName } from '@/ui/icon';
import { walkTime } from './contact';

export type Visit = Extract<GridRecord, { kind: 'visit' }>;
export type OnBehalf = Extract<GridRecord, { kind: 'comment' }>;
export type Reaction = Visit['reaction'];

export const wayWords: Record<Visit['way'], string> = { door: '上门', phone: '打电话', online: '网上' };

/** Each with its sign: the doors of a building are told apart without colour. */
export const reactionWords: Record<Reaction, { word: string; icon: IconName }> = {
  knew: { word: '知道了', icon: 'check' },
  question: { word: '有疑问', icon: 'question' },
  opinion: { word: '有意见', icon: 'comment' },
  wants_information: { word: '想要信息', icon: 'request' },
  not_home: { word: '不在家', icon: 'lock' },
  declined: { word: '不愿意谈', icon: 'forbidden' },
};

export const showingWords: Record<OnBehalf['showing'], string> = {
  named: '写名字公开',
  unnamed: '不写名字公开',
  unpublished: '不公开，只交给办的人',
};

/** What the person agrees to, in the words that are read to them and kept. */
export const consentWords = (showing: OnBehalf['showing'], unit: string): string => {
  const shown: Record<OnBehalf['showing'], string> = {
    named: '公开的时候写我的名字',
    unnamed: '公开的时候不写我的名字',
    unpublished: '不公开，只给办的人看',
  };
  return `我同意网格员把我说的记下来，交给${unit}；${shown[showing]}。`;
};

export const doorName = ({ unit, number }: { unit: string | null; number: string }): string =>
  [unit, number].filter(Boolean).join(' ');

export const placeName = ({ compound, name }: { compound: string | null; name: string }): string =>
  [compound, name].filter(Boolean).join(' ');

/** This phone's version of a record, line by line, as one would read it to somebody. */
export function linesOf(record: GridRecord): string[] {
  const on = sayDate(dateOf(new Date(Date.parse(record.takenAt) + record.offset)), walkTime());
  if (record.kind === 'visit') {
    const { way, reaction, followUpOn, note } = record;
    const again = followUpOn && `${sayDate(followUpOn, walkTime())}再去`;
    return [`${on}${wayWords[way]}`, reactionWords[reaction].word, again, note].filter(
      line => line !== null && line !== '',
    ) as string[];
  }
  const { body, proposedText, showing } = record;
  return [on, proposedText && `改成：${proposedText}`, body, showingWords[showing]].filter(
    line => line !== null && line !== '',
  ) as string[];
}
