import { actorLabel, type Actor, type KnownActor, type ServiceActor } from '../../http/actor';

export type Uploader = KnownActor | ServiceActor;

/** Whose an upload is until a record takes it: a service's is its token's, whoever holds it. */
export const ownerIdOf = (actor: Uploader): string => (actor.kind === 'service' ? actorLabel(actor) : actor.accountId);

export const isOwner = (actor: Actor, { ownerId }: { ownerId: string }): boolean =>
  actor.kind !== 'anonymous' && ownerIdOf(actor) === ownerId;
