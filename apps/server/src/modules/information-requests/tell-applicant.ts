import type { InformationRequest, RouteInput } from '@bandeng/contracts/types';
import { sayDate } from '@bandeng/rules';
import type { OfficeActor } from '../../http/actor';
import { AppError, invalidField } from '../../platform/errors';
import { assertAllowed, changeInformationRequest } from './change-information-request';
import type { InformationRequestsDeps } from './deps';
import type { InformationRequestRecord } from './information-request.model';
import type { RequestTelling } from './intake.model';
import { isOfficer } from './information-request.policy';

type Told = Pick<InformationRequestRecord, 'accountId' | 'untoldSince' | 'tellings'>;

/** Who came to the counter reads no message: from today on somebody has to tell them. What waits already waits on. */
export const mustBeTold = ({ accountId, untoldSince }: Told, today: string): Pick<Told, 'untoldSince'> =>
  accountId === '' ? { untoldSince: untoldSince || today } : {};

/** The applicant was told of the splitting or merging, by letter, by phone or face to face; written down with its day. */
export const recordTold = (
  deps: InformationRequestsDeps,
  actor: OfficeActor,
  { id, body }: { id: string; body: RouteInput<'staff.informationRequests.recordTold'>['body'] },
): Promise<InformationRequestRecord> =>
  changeInformationRequest(deps, actor, id, (record, today) => {
    assertAllowed(isOfficer(actor, record));
    const { tellings = [], untoldSince = '' } = record;
    const { on, way, note = null } = body;
    const known = tellings.find(telling => telling.id === body.id);
    if (known) {
      if (known.on !== on || known.way !== way || known.note !== note) throw new AppError('id.conflict');
      return null;
    }
    if (untoldSince === '') throw new AppError('request.state', { data: { reason: '没有还要告诉申请人的事' } });
    if (on > today) throw invalidField('on', '这一天还没有到。');
    if (on < untoldSince)
      throw invalidField('on', `${sayDate(untoldSince, deps.clock.now())}才办的，不能在那以前告诉。`);
    const telling: RequestTelling = { id: body.id, at: deps.clock.now(), staffId: actor.staffId, on, way, note };
    return {
      event: 'information-request.told',
      by: 'office',
      fact: null,
      fields: ['tellings'],
      set: { untoldSince: '', tellings: [...tellings, telling] },
    };
  });

const WAYS: Readonly<Record<RequestTelling['way'], string>> = {
  phone: '打电话告诉了申请人',
  letter: '写信告诉了申请人',
  in_person: '当面告诉了申请人',
};

/** For the history; the day of telling may be earlier than that of writing it down. */
export const tellingSteps = ({ tellings = [] }: Told, unitName: string): InformationRequest['timeline'] =>
  tellings.map(({ at, on, way, note }) => ({
    ...{ at: at.toISOString(), kind: 'told', title: WAYS[way], by: unitName },
    text: [`${sayDate(on, at)}告诉的。`, note].filter(Boolean).join(''),
  }));
