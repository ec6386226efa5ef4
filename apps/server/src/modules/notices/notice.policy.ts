import { hasRoleForUnit, type Actor } from '../../http/actor';
import type { NoticeRecord } from './notice.model';

/** Published, its hour has come, and nobody took it down. */
export const isPublicNotice = (record: Pick<NoticeRecord, 'publishedAt' | 'takenDownAt'>, now: Date): boolean =>
  record.takenDownAt === null && record.publishedAt <= now;

/** It was public once: what is left of it says that it was taken down. */
export const isWithdrawn = (record: Pick<NoticeRecord, 'publishedAt' | 'takenDownAt'>, now: Date): boolean =>
  record.takenDownAt !== null && record.publishedAt <= now;

/** The full text of a limited notice is open from the first to the last day of its period. */
export const isLimitedPeriod = (record: Pick<NoticeRecord, 'posting'>, today: string): boolean =>
  record.posting !== null && record.posting.from <= today && today <= record.posting.to;

/** Who publishes for a unit, changes and takes down what it published, and answers for its mistakes. */
export const isPublisher = (actor: Pick<Actor, 'roles'>, unitId: string): boolean =>
  hasRoleForUnit(actor, unitId, 'editor', 'office', 'street');

/** Who may publish and change without a review: whoever else does it by a draft. */
const publishesDirectly = (actor: Pick<Actor, 'roles'>, unitId: string): boolean =>
  hasRoleForUnit(actor, unitId, 'office');

/** Who works on what a unit publishes, or looks after it: may see how it came about. */
export const isInCharge = (actor: Pick<Actor, 'roles'>, unitId: string): boolean =>
  isPublisher(actor, unitId) || hasRoleForUnit(actor, unitId, 'reviewer', 'secrecy', 'legal', 'head', 'supervisor');

/** Whoever publishes for its unit, or writes the annual report that counts it. */
export const mayClassify = (
  actor: Pick<Actor, 'roles'>,
  { unitId, kind, takenDownAt }: Pick<NoticeRecord, 'unitId' | 'kind' | 'takenDownAt'>,
): boolean =>
  kind === 'regulation' &&
  takenDownAt === null &&
  (isPublisher(actor, unitId) || hasRoleForUnit(actor, unitId, 'officer'));

export const noticeAbilities = (actor: Actor, record: NoticeRecord, today: string): Record<string, boolean> => {
  const mayChange = isPublisher(actor, record.unitId) && record.takenDownAt === null;
  const object = actor.kind === 'resident' && record.takenDownAt === null && isLimitedPeriod(record, today);
  return {
    feedback: true,
    object,
    update: mayChange && publishesDirectly(actor, record.unitId),
    takeDown: mayChange,
    classify: mayClassify(actor, record),
    correct: mayChange,
    channels: isInCharge(actor, record.unitId),
  };
};
