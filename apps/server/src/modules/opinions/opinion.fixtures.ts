import { randomUUID } from 'node:crypto';
import type { RouteCall } from '@bandeng/contracts/types';

type NewOpinion = RouteCall<'staff.opinions.register'>['body'];

/** For tests: what a desk writes down; noticed on a Monday at ten in Shanghai. */
export const newOpinion = (changes: Partial<NewOpinion> = {}): NewOpinion => ({
  id: randomUUID(),
  title: '槐影巷燃气管道漏气的视频在转发',
  source: '本地论坛“栖河百事”',
  gravity: 'major',
  noticedAt: '2026-11-16T02:00:00.000Z',
  unitId: 'housing',
  ...changes,
});
