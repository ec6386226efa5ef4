import { addDays, sayDate, scanText } from '@bandeng/rules';
import { walkDate, walkTime } from './contact';
import type { GridItem } from './pack-store';
import type { Reaction, Visit } from './words';

/** What the worker fills in; of the worker there is nothing in it. */
export interface VisitForm {
  way: Visit['way'];
  /** Keys of what was shown. */
  shown: readonly string[];
  reaction: Reaction | undefined;
  /** A date; empty: nobody promised to come again. */
  followUpOn: string;
  note: string;
}

export const keyOf = ({ kind, id }: Pick<GridItem, 'kind' | 'id'>) => `${kind}:${id}`;

export const emptyVisit = (): VisitForm => ({
  ...{ way: 'door', shown: [], reaction: undefined, followUpOn: '', note: '' },
});

/** A record that came back, as the form has it. */
export const visitFormOf = ({ way, items, reaction, followUpOn, note }: Visit): VisitForm => ({
  ...{ way, reaction, shown: items.map(keyOf), followUpOn: followUpOn ?? '', note: note ?? '' },
});

export const visitProblems = ({ reaction, note }: VisitForm): { reaction?: string; note?: string } => ({
  ...(reaction === undefined && { reaction: '选一下这家人怎么说' }),
  ...(scanText(note).length > 0 && { note: '备注里有像证件号、电话、住址的内容，删掉再记' }),
});

export const visitBody = (form: VisitForm, offered: readonly GridItem[], reaction: Reaction) => ({
  kind: 'visit' as const,
  way: form.way,
  items: offered.filter(item => form.shown.includes(keyOf(item))).map(({ kind, id }) => ({ kind, id })),
  reaction,
  followUpOn: form.followUpOn === '' ? null : form.followUpOn,
  note: form.note.trim() === '' ? null : form.note.trim(),
});

const AGAIN_IN = [
  [1, '明天'],
  [3, '三天后'],
  [7, '一周后'],
  [14, '两周后'],
  [30, '一个月后'],
] as const;

/** From when to when somebody may promise to come again. */
export const followUpRange = () => ({ from: addDays(walkDate(), 1), to: addDays(walkDate(), 180) });

/** Days to come again, by name and date; a day that was promised before is among them. */
export function followUpDays(chosen: string): { value: string; label: string }[] {
  const days = AGAIN_IN.map(([days, word]) => {
    const value = addDays(walkDate(), days);
    return { value, label: `${word}，${sayDate(value, walkTime())}` };
  });
  const isOther = chosen !== '' && days.every(({ value }) => value !== chosen);
  return [
    { value: '', label: '不用' },
    ...(isOther ? [{ value: chosen, label: sayDate(chosen, walkTime()) }] : []),
    ...days,
  ];
}
