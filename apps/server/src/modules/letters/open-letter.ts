import type { RouteAnswer } from '@bandeng/contracts/types';
import type { Actor, ResidentActor } from '../../http/actor';
import { AppError } from '../../platform/errors';
import type { LettersDeps } from './deps';
import type { LetterRecord } from './letter.model';
import { isHandler } from './letter.policy';

/** What was delivered to this applicant. */
const isFor = (record: LetterRecord, accountId: string): boolean =>
  record.to === 'applicant' && record.accountId === accountId && record.deliveredOn !== null && record.state !== 'void';

/** The letters that the applicant of a request has, the newest first. */
export async function listDelivered(
  deps: LettersDeps,
  actor: ResidentActor,
  requestId: string,
): Promise<RouteAnswer<'informationRequests.letters'>> {
  const given = await deps.requests.findLetterCase(requestId);
  if (given?.accountId !== actor.accountId) throw new AppError('request.not_found');
  const records = await deps.letters.listOfRequest(requestId);
  return {
    items: records
      .filter(record => isFor(record, actor.accountId))
      .reverse()
      .map(({ _id, title, number, deliveredOn, firstReadAt }) => ({
        ...{ id: _id, title, number, deliveredOn: deliveredOn! },
        firstReadAt: firstReadAt?.toISOString() ?? null,
      })),
  };
}

/** The words of a letter for whom it is; the first time is written down. */
export async function openLetter(
  deps: LettersDeps,
  actor: ResidentActor,
  id: string,
): Promise<RouteAnswer<'letters.open'>> {
  const record = await deps.transaction(async tx => {
    const found = await deps.letters.get(id, tx);
    if (!isFor(found, actor.accountId)) throw new AppError('letter.not_found');
    if (found.firstReadAt !== null) return found;
    const next = { ...found, firstReadAt: deps.clock.now() };
    if (!(await deps.letters.replace(next, tx))) throw new AppError('letter.state');
    await deps.audit.add(actor, 'letter.read', { collection: 'letters', id, fields: ['firstReadAt'] }, tx);
    return next;
  });
  const text = deps.letters.openContent(record);
  if (text === null) throw new AppError('letter.not_found');
  const [file] = await deps.files.describe(record.sealed ? [record.sealed.fileId] : []);
  return {
    ...{ id, requestId: record.requestId, text, checkCode: record.checkCode, file: file ?? null },
    deliveredOn: record.deliveredOn!,
    firstReadAt: record.firstReadAt!.toISOString(),
  };
}

/** The sealed scan: for the staff who handle the case, and for the applicant once it was delivered. */
export async function canReadLetterFile(deps: LettersDeps, actor: Actor, id: string, fileId: string): Promise<boolean> {
  const record = await deps.letters.find(id);
  if (record === null) return false;
  if (isHandler(actor, record)) return true;
  return actor.kind === 'resident' && record.sealed?.fileId === fileId && isFor(record, actor.accountId);
}
