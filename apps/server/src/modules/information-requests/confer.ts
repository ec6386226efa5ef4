import type { RouteInput } from '@bandeng/contracts/types';
import { canonicalJson } from '@bandeng/rules';
import type { OfficeActor } from '../../http/actor';
import { AppError, invalidField } from '../../platform/errors';
import { assertAllowed, changeInformationRequest } from './change-information-request';
import type { InformationRequestsDeps } from './deps';
import type { InformationRequestRecord } from './information-request.model';
import { hasEnded, isOfficer } from './information-request.policy';

/** 会商 on a difficult case: who was asked, what each said, what was concluded. Kept as it was written; moves no date. */
export const recordConference = (
  deps: InformationRequestsDeps,
  actor: OfficeActor,
  { id, body }: { id: string; body: RouteInput<'staff.informationRequests.confer'>['body'] },
): Promise<InformationRequestRecord> =>
  changeInformationRequest(deps, actor, id, (record, today) => {
    assertAllowed(isOfficer(actor, record));
    const { members, ...conference } = body;
    const conferences = record.conferences ?? [];
    const known = conferences.find(one => one.id === body.id);
    const sealed = deps.requests.openMembers(record);
    if (known) {
      const { on, topic, conclusion } = known;
      const before = { id: known.id, on, topic, conclusion, members: sealed[known.id] ?? [] };
      if (canonicalJson(before) !== canonicalJson(body)) throw new AppError('id.conflict');
      return null;
    }
    if (record.receivedOn === null || hasEnded(record)) throw new AppError('request.state');
    if (body.on > today) throw invalidField('on', '这一天还没有到。');
    return {
      event: 'information-request.conferred',
      by: 'office',
      fact: null,
      fields: ['conferences'],
      set: {
        conferences: [...conferences, { ...conference, at: deps.clock.now(), staffId: actor.staffId }],
        conferenceMembers: deps.requests.sealMembers(id, { ...sealed, [body.id]: members }),
      },
    };
  });
