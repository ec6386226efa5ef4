import { addDays, sayDate, scanText } from '@bandeng/rules';
import { walkDate, walkTime } from './contact';
import type { GridItem } from './pack-store';
import type { PosterUp } from './words';

/** What can be put up, and when the campaign that brings it ends. */
export interface PosterOffer extends GridItem {
  until: string;
}

export interface PosterForm {
  /** Its id; empty: none chosen yet. */
  itemId: string;
  areaId: string;
  place: string;
  /** Empty: the day the campaign ends. */
  takeDownOn: string;
}

/** Words for where, so that nothing has to be typed on the stairs. */
export const placesAtBuilding = ['楼门口', '单元门里', '电梯里', '楼下公示栏'] as const;
export const placesOutside = ['小区公示栏', '活动室门口', '凉亭', '小卖部门口'] as const;

export const emptyPoster = (offers: readonly PosterOffer[], areaId: string, itemId = ''): PosterForm => ({
  itemId: itemId || (offers.length === 1 ? offers[0]!.id : ''),
  ...{ areaId, place: '', takeDownOn: '' },
});

/** A record that came back, as the form has it. */
export const posterFormOf = ({ item, areaId, place, takeDownOn }: PosterUp): PosterForm => ({
  ...{ itemId: item.id, areaId, place, takeDownOn },
});

export const takeDownOf = ({ takeDownOn }: PosterForm, offer: PosterOffer | undefined): string =>
  takeDownOn || (offer?.until ?? addDays(walkDate(), 7));

type Problems = Partial<Record<'item' | 'area' | 'place', string>>;

export const posterProblems = ({ itemId, areaId, place }: PosterForm): Problems => ({
  ...(itemId === '' && { item: '选一下贴的是哪一份' }),
  ...(areaId === '' && { area: '选一下在哪个网格' }),
  ...(place.trim() === '' && { place: '写一下贴在哪里，揭的时候好找' }),
  ...(scanText(place).length > 0 && { place: '不写哪一户、电话、证件号，写公示栏、楼门口' }),
});

export const posterBody = (form: PosterForm, offer: PosterOffer, buildingId: string | null) => ({
  kind: 'poster' as const,
  item: { kind: offer.kind, id: offer.id },
  ...{ areaId: form.areaId, buildingId, place: form.place.trim(), takeDownOn: takeDownOf(form, offer) },
});

const LATER = [
  [7, '一周后'],
  [14, '两周后'],
  [30, '一个月后'],
] as const;

/** From when to when a poster may come down. */
export const takeDownRange = () => ({ from: walkDate(), to: addDays(walkDate(), 366) });

/** Days to take it down, the end of its campaign first; one that was chosen is among them. */
export function takeDownDays(chosen: string, offer: PosterOffer | undefined): { value: string; label: string }[] {
  const named = LATER.map(([days, word]) => ({ value: addDays(walkDate(), days), word }));
  const days = [...(offer ? [{ value: offer.until, word: '任务结束' }] : []), ...named];
  const known = days.some(({ value }) => value === chosen) ? [] : [{ value: chosen, word: '' }];
  const once = new Map([...known, ...days].reverse().map(day => [day.value, day.word]));
  return [...once]
    .reverse()
    .map(([value, word]) => ({ value, label: [word, sayDate(value, walkTime())].filter(Boolean).join('，') }));
}
