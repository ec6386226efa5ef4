import type { RouteInput } from '@bandeng/contracts/types';
import { canonicalJson } from '@bandeng/rules';
import type { ResidentActor } from '../../http/actor';
import { AppError } from '../../platform/errors';
import { assertAllowed, changeInformationRequest } from './change-information-request';
import type { InformationRequestsDeps } from './deps';
import { isApplicant } from './information-request.policy';
import type { InformationRequestRecord } from './information-request.model';

export const withdrawInformationRequest = (
  deps: InformationRequestsDeps,
  actor: ResidentActor,
  input: { id: string; reason: string | undefined },
): Promise<InformationRequestRecord> =>
  changeInformationRequest(deps, actor, input.id, (record, today) => {
    assertAllowed(isApplicant(actor, record));
    if (record.status === 'withdrawn') return null;
    return {
      event: 'information-request.withdrawn',
      by: 'applicant',
      fact: { type: 'withdrawn', on: today },
      note: input.reason,
    };
  });

/** 补正: replaces the content; its receipt restarts the clock (Art. 30). Content already handed in under this id is a repeat. */
export const correctInformationRequest = (
  deps: InformationRequestsDeps,
  actor: ResidentActor,
  input: { id: string; body: RouteInput<'informationRequests.correct'>['body'] },
): Promise<InformationRequestRecord> =>
  changeInformationRequest(deps, actor, input.id, (record, today) => {
    assertAllowed(isApplicant(actor, record));
    const { id } = input.body;
    const contentHash = deps.blindIndex.of('correction', canonicalJson(input.body.content));
    const earlier = record.corrections.find(correction => correction.id === id);
    if (earlier && earlier.contentHash !== contentHash) throw new AppError('id.conflict');
    if (earlier) return null;
    const { name, documentNumber, description } = input.body.content;
    return {
      event: 'information-request.corrected',
      by: 'applicant',
      fact: { type: 'corrected', on: today },
      fields: ['content'],
      set: {
        content: { name, documentNumber: documentNumber ?? null, description: description ?? null },
        corrections: [...record.corrections, { id, contentHash }],
        correction: null,
      },
    };
  });
