import type { InformationRequest, LinkedCase } from '@bandeng/contracts/types';
import type { Actor } from '../../http/actor';
import type { InformationRequestsDeps } from './deps';
import type { InformationRequestRecord } from './information-request.model';
import type { RequestLink } from './intake.model';
import { canRead } from './information-request.policy';
import { statusTextOf } from './status-text';

type Linked = Pick<InformationRequestRecord, 'links'>;

const RELATIONS: Readonly<Record<RequestLink['relation'], string>> = {
  splitFrom: '从这件拆出来',
  splitInto: '拆出来的',
  mergedFrom: '并进来的',
  mergedInto: '并到了这件',
};

/** Cases that this one was split from or into, or merged with, in the order it happened. */
export async function listRelated(
  { requests }: Pick<InformationRequestsDeps, 'requests'>,
  actor: Actor,
  { links = [] }: Linked,
): Promise<LinkedCase[]> {
  if (links.length === 0) return [];
  const found = new Map((await requests.listByIds(links.map(({ id }) => id))).map(record => [record._id, record]));
  return links.flatMap(({ id, relation }) => {
    const record = found.get(id);
    if (!record) return [];
    const { number, content } = record;
    return {
      ...{ kind: 'request' as const, id, number, title: content.name, statusText: statusTextOf(record), steps: [] },
      relation: RELATIONS[relation],
      isEarlier: relation === 'splitFrom' || relation === 'mergedInto',
      isReadable: canRead(actor, record),
    };
  });
}

const STEPS = {
  splitFrom: { kind: 'splitOff', title: '从另一件申请里拆出来，收到的日子不变' },
  splitInto: { kind: 'split', title: '一件事一件办，拆成了几件' },
  mergedFrom: { kind: 'joined', title: '另一件说同一件事的申请并进来了' },
} as const;

/** For the history, each time once; that it went on in another is a fact of the case, which tells it. */
export function linkSteps({ links = [] }: Linked, unitName: string): InformationRequest['timeline'] {
  const seen = new Set<number>();
  return links.flatMap(({ relation, at, reason }) => {
    if (relation === 'mergedInto' || seen.has(at.getTime())) return [];
    seen.add(at.getTime());
    return { at: at.toISOString(), ...STEPS[relation], text: reason, by: unitName };
  });
}
