import type { RouteCall } from '@bandeng/contracts/types';
import { reading, readingAll, readingList } from '@/lib/reads';

export type GuideKind = NonNullable<NonNullable<RouteCall<'guides.list'>['query']>['kind']>;

/** Streets and communities; grids are not public. */
export const areas = (level: 'street' | 'community', parent?: string) =>
  readingAll('areas.list', { query: { level, parent } });

export const units = () => readingAll('units.list', {});
export const unit = (id: string) => reading('units.get', { params: { id }, query: {} });
export const places = (area?: string) => readingList('places.list', { query: { area } });
export const guides = (kind: GuideKind, unit?: string) => readingList('guides.list', { query: { kind, unit } });
/** One of a kind for each unit: a short list, to its end. */
export const allGuides = (kind: GuideKind) => readingAll('guides.list', { query: { kind } });
export const guide = (id: string) => reading('guides.get', { params: { id }, query: {} });
