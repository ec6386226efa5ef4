import type { LinkedCase } from '@bandeng/contracts/types';
import type { Actor } from '../http/actor';
import type { Enquiries } from '../modules/enquiries';
import type { InformationRequestsApi } from '../modules/information-requests';

type Kind = LinkedCase['kind'];
type Found = Omit<LinkedCase, 'isEarlier'> & { from: string | null; to: string | null };
type Find = (id: string, actor: Actor) => Promise<Found | null>;

/** A case is converted a few times at most; what is longer is not followed. */
const LONGEST = 10;
const OTHER: Readonly<Record<Kind, Kind>> = { request: 'enquiry', enquiry: 'request' };

/** Requests and messages that became one another, by turns; each knows only its neighbours. */
export function createCaseChain(modules: {
  requests: () => Pick<InformationRequestsApi, 'findLinked'>;
  enquiries: () => Pick<Enquiries, 'findLinked'>;
}) {
  const find: Record<Kind, Find> = {
    request: (id, actor) => modules.requests().findLinked(id, actor),
    enquiry: (id, actor) => modules.enquiries().findLinked(id, actor),
  };

  async function follow(kind: Kind, id: string, actor: Actor, way: 'from' | 'to'): Promise<LinkedCase[]> {
    const cases: LinkedCase[] = [];
    let at = await find[kind](id, actor);
    while (at && cases.length < LONGEST) {
      const next = at[way];
      at = next === null ? null : await find[OTHER[at.kind]](next, actor);
      if (!at) break;
      const { from: _from, to: _to, ...shown } = at;
      cases.push({ ...shown, isEarlier: way === 'from' });
    }
    return cases;
  }

  /** The others, the oldest first. */
  return {
    linkedTo: async (kind: Kind, id: string, actor: Actor): Promise<LinkedCase[]> => {
      const [before, after] = await Promise.all([follow(kind, id, actor, 'from'), follow(kind, id, actor, 'to')]);
      return [...before.reverse(), ...after];
    },
  };
}
