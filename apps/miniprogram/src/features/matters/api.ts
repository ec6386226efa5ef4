import type { Matter, RouteCall } from '@bandeng/contracts/types';
import { reading } from '@/lib/reads';

export type LinkedKind = RouteCall<'matters.of'>['params']['kind'];
export type Step = Matter['steps'][number];

export const matter = (id: string) => reading('matters.get', { params: { id }, query: {} });
/** Which matter a notice, a consultation, a questionnaire or a meeting is of. */
export const matterOf = (kind: LinkedKind, id: string) => reading('matters.of', { params: { kind, id }, query: {} });
