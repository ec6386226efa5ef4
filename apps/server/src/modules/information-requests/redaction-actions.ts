import type { RouteAnswer, RouteInput } from '@bandeng/contracts/types';
import { canonicalJson, describeRedaction, redactText, refusedMarks } from '@bandeng/rules';
import type { Actor, OfficeActor } from '../../http/actor';
import { AppError, invalidField } from '../../platform/errors';
import { writePdf } from '../../platform/pdf';
import { assertAllowed, changeInformationRequest } from './change-information-request';
import type { InformationRequestsDeps } from './deps';
import type { InformationRequestRecord } from './information-request.model';
import { hasEnded, isHandler, isOfficer } from './information-request.policy';
import { papersOf } from './papers';
import type { RequestRedaction } from './proposal.model';
import { getReadable } from './read-information-request';

type Change = Promise<InformationRequestRecord>;
type BodyOf<N extends 'redactPaper' | 'redactText'> = RouteInput<`staff.informationRequests.${N}`>['body'];

/** The case while papers can be put into it and worked on. */
async function openCase(
  deps: InformationRequestsDeps,
  actor: OfficeActor,
  id: string,
): Promise<InformationRequestRecord> {
  const record = await getReadable(deps, actor, id);
  assertAllowed(isOfficer(actor, record));
  assertOpen(record);
  return record;
}

function assertOpen(record: InformationRequestRecord): void {
  if (record.receivedOn === null || hasEnded(record)) throw new AppError('request.state');
}

/** What was found, as it was found: read on the case only, never given out. */
export async function addPaper(
  deps: InformationRequestsDeps,
  actor: OfficeActor,
  { id, fileId }: { id: string; fileId: string },
): Change {
  const known = await openCase(deps, actor, id);
  if (known.papers?.some(paper => paper.fileId === fileId)) return known;
  const measured = await deps.documents.measurePaper(actor, fileId);
  return changeInformationRequest(deps, actor, id, async (record, _, tx) => {
    assertOpen(record);
    if (record.papers?.some(paper => paper.fileId === fileId)) return null;
    await deps.files.bindToRecord(actor, [fileId], papersOf(id), tx);
    const paper = { fileId, at: deps.clock.now(), staffId: actor.staffId, ...measured };
    return {
      event: 'information-request.paper_added',
      by: 'office',
      fact: null,
      fields: ['papers'],
      set: { papers: [...(record.papers ?? []), paper] },
    };
  });
}

/** A page of a paper, or of what was made of one, for who handles the case. */
export async function drawPaper(
  deps: InformationRequestsDeps,
  actor: Actor,
  { id, fileId, page }: { id: string; fileId: string; page: number },
): Promise<RouteAnswer<'staff.informationRequests.drawPaper'>> {
  const record = await getReadable(deps, actor, id);
  assertAllowed(isHandler(actor, record));
  if (![...(record.papers ?? []), ...(record.redactions ?? [])].some(paper => paper.fileId === fileId))
    throw new AppError('request.state', { data: { reason: '办件里没有这份文件' } });
  const { jpeg, ...drawn } = await deps.documents.drawPaper(fileId, page);
  return { ...drawn, picture: `data:image/jpeg;base64,${Buffer.from(jpeg).toString('base64')}` };
}

/** The pages as pictures without these places; the paper stays as it is. */
export async function redactPaper(
  deps: InformationRequestsDeps,
  actor: OfficeActor,
  { id, fileId, body }: { id: string; fileId: string; body: BodyOf<'redactPaper'> },
): Change {
  const contentHash = deps.blindIndex.of('redaction', canonicalJson({ fileId, boxes: body.boxes }));
  const record = await openCase(deps, actor, id);
  if (isRepeat(record, body.id, contentHash)) return record;
  const paper = record.papers?.find(one => one.fileId === fileId);
  if (!paper) throw new AppError('request.state', { data: { reason: '办件里没有这份原件' } });
  const [original] = await deps.files.describe([fileId]);
  // Long work, outside the transaction that notes it.
  const { file, pages } = await deps.documents.redactPaper(actor, {
    fileId,
    name: nameOfRedacted(original?.name ?? '文件.pdf'),
    boxes: body.boxes,
  });
  const summary = describeRedaction(body.boxes);
  return note(deps, actor, {
    id,
    made: { id: body.id, paperId: fileId, fileId: file.id, pages, summary, contentHash },
  });
}

/** A text as a PDF in which the grounds stand where places were; the text itself is sealed in the case. */
export async function redactTextOf(
  deps: InformationRequestsDeps,
  actor: OfficeActor,
  { id, body }: { id: string; body: BodyOf<'redactText'> },
): Change {
  const { title, text, marks } = body;
  const contentHash = deps.blindIndex.of('redaction', canonicalJson({ title, text, marks }));
  const record = await openCase(deps, actor, id);
  if (isRepeat(record, body.id, contentHash)) return record;
  const refusal = refusedMarks(text.length, marks);
  if (refusal !== null) throw invalidField('marks', refusal);
  const parts = [
    { kind: 'text' as const, text: title, size: 18, leading: 28, align: 'center' as const },
    ...redactText(text, marks)
      .split('\n')
      .map(line => ({ kind: 'text' as const, text: line, size: 12, leading: 21 })),
  ];
  const bytes = writePdf({ title, parts, isNumbered: true });
  const file = await deps.files.keep(actor, { name: nameOfRedacted(`${title}.pdf`), bytes });
  if (!file) throw new AppError('internal');
  const made = {
    id: body.id,
    paperId: null,
    fileId: file.id,
    pages: null,
    summary: describeRedaction(marks),
    contentHash,
  };
  return note(deps, actor, { id, made, text });
}

const nameOfRedacted = (name: string): string => `${name.replace(/\.pdf$/i, '')}（区分处理）.pdf`;

function isRepeat({ redactions = [] }: InformationRequestRecord, id: string, contentHash: string): boolean {
  const known = redactions.find(redaction => redaction.id === id);
  if (known && known.contentHash !== contentHash) throw new AppError('id.conflict');
  return known !== undefined;
}

const note = (
  deps: InformationRequestsDeps,
  actor: OfficeActor,
  { id, made, text }: { id: string; made: Omit<RequestRedaction, 'at' | 'staffId'>; text?: string },
): Change =>
  changeInformationRequest(deps, actor, id, async (record, _, tx) => {
    assertOpen(record);
    if (isRepeat(record, made.id, made.contentHash)) return null;
    await deps.files.bindToRecord(actor, [made.fileId], papersOf(id), tx);
    const redaction = { ...made, at: deps.clock.now(), staffId: actor.staffId };
    return {
      event: 'information-request.redacted',
      by: 'office',
      fact: null,
      fields: ['redactions'],
      set: {
        redactions: [...(record.redactions ?? []), redaction],
        ...(text !== undefined && {
          redactedTexts: deps.requests.sealTexts(id, { ...deps.requests.openTexts(record), [made.id]: text }),
        }),
      },
    };
  });
