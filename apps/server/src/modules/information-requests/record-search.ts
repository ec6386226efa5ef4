import type { RouteInput } from '@bandeng/contracts/types';
import type { OfficeActor } from '../../http/actor';
import { AppError } from '../../platform/errors';
import { assertAllowed, changeInformationRequest } from './change-information-request';
import type { InformationRequestsDeps } from './deps';
import { hasEnded, isOfficer } from './information-request.policy';
import type { InformationRequestRecord } from './information-request.model';

/** Where it was looked for, by whom, with what words: what 不存在 rests on (Art. 36 (4)). Kept as it was written. */
export const recordSearch = (
  deps: InformationRequestsDeps,
  actor: OfficeActor,
  { id, body }: { id: string; body: RouteInput<'staff.informationRequests.recordSearch'>['body'] },
): Promise<InformationRequestRecord> =>
  changeInformationRequest(deps, actor, id, record => {
    assertAllowed(isOfficer(actor, record));
    const searches = record.searches ?? [];
    const known = searches.find(search => search.id === body.id);
    if (known && (known.place !== body.place || known.words !== body.words)) throw new AppError('id.conflict');
    if (known) return null;
    if (record.receivedOn === null || hasEnded(record)) throw new AppError('request.state');
    const { note = null, ...search } = body;
    return {
      event: 'information-request.searched',
      by: 'office',
      fact: null,
      fields: ['searches'],
      set: { searches: [...searches, { ...search, note, at: deps.clock.now(), staffId: actor.staffId }] },
    };
  });
