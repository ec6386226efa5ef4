import { useEffect, useMemo } from 'react';
import { walkDate } from './contact';
import { walkOf } from './door-state';
import { startOutbox, useOutbox } from './outbox-store';
import { usePack } from './pack-store';
import { inOwnOrder, useWalkOrder } from './walk-order';
import { useAccount } from '@/lib/session';

/** The walk as this phone knows it: the pack with what waits in the outbox. */
export function useWalk() {
  const account = useAccount();
  useEffect(startOutbox, [account?.id]);
  const { outbox, fault } = useOutbox();
  const { pack, ...download } = usePack();
  const today = walkDate();
  const order = useWalkOrder();
  const walk = useMemo(
    () => (pack ? inOwnOrder(walkOf(pack, outbox, today), order) : []),
    [pack, outbox, today, order],
  );
  return { pack, walk, today, outbox, outboxFault: fault, download };
}

/** A building and a door of it, by their ids in the address. */
export function useDoor(buildingId: string | undefined, doorId: string | undefined) {
  const given = useWalk();
  const building = given.walk.find(({ id }) => id === buildingId);
  return { ...given, building, door: building?.doors.find(({ id }) => id === doorId) };
}
