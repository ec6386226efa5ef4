import type { RouteInput } from '@bandeng/contracts/types';
import type { KnownActor, OfficeActor } from '../../http/actor';
import { AppError, invalidField } from '../../platform/errors';
import type { Tx } from '../../platform/transaction';
import type { InformationRequestsDeps } from './deps';
import { canReveal } from './information-request.policy';
import type { InformationRequestRecord } from './information-request.model';
import { getReadable } from './read-information-request';

/** Documents of who asks: opened one at a time by who works the case, each look kept; not with the other files of the case. */
const identityOf = (id: string) => ({ collection: 'informationRequestIdentity', id });

const ACCEPTED = /^(?:image\/|application\/pdf$)/;
const OPEN_MS = 5 * 60_000;

/** Pictures and PDF by their content, whatever they are called; ids that are gone are found out when they are bound. */
export async function assertPapers(
  { files }: Pick<InformationRequestsDeps, 'files'>,
  papers: RouteInput<'informationRequests.create'>['body']['papers'] = [],
): Promise<void> {
  const described = await files.describe(papers.map(({ fileId }) => fileId));
  const other = described.find(({ type }) => !ACCEPTED.test(type));
  if (other) throw invalidField('papers', `“${other.name}”不是照片，也不是 PDF。证明和证据只收这两种。`);
}

export const bindIdentityPapers = (
  { files }: Pick<InformationRequestsDeps, 'files'>,
  actor: KnownActor,
  { _id, identityPapers = [] }: InformationRequestRecord,
  tx: Tx,
): Promise<void> =>
  files.bindToRecord(
    actor,
    identityPapers.map(({ fileId }) => fileId),
    identityOf(_id),
    tx,
  );

/** An address for a few minutes; the look is in the audit before the address is given. */
export async function openIdentityPaper(
  deps: InformationRequestsDeps,
  actor: OfficeActor,
  { id, fileId }: { id: string; fileId: string },
): Promise<{ url: string }> {
  const record = await getReadable(deps, actor, id);
  if (!canReveal(actor, record)) throw new AppError('request.not_found');
  const isOfCase = record.identityPapers?.some(paper => paper.fileId === fileId);
  if (!isOfCase || (await deps.files.describe([fileId])).length === 0)
    throw new AppError('request.state', { data: { reason: '没有这份证明，或者过了保存的时间，已经删去' } });
  await deps.transaction(tx =>
    deps.audit.add(
      actor,
      'information-request.identity_opened',
      { collection: 'informationRequests', id, fields: ['identityPapers'] },
      tx,
    ),
  );
  const until = new Date(deps.clock.now().getTime() + OPEN_MS);
  const ticket = deps.files.ticketFor(identityOf(id), fileId, until);
  return { url: `/api/v1/files/${fileId}?ticket=${encodeURIComponent(ticket)}` };
}
