import type { Attachment, InformationRequest } from '@bandeng/contracts/types';
import { invalidField } from '../../platform/errors';
import type { InformationRequestsDeps } from './deps';
import type { InformationRequestRecord } from './information-request.model';

/** Papers of a case that only the office may read; what goes out is handed on to the request itself. */
export const papersOf = (id: string) => ({ collection: 'informationRequestPapers', id });

/** Originals stay in the case, also when the same bytes are uploaded once more. */
export async function assertNoOriginals(
  { files }: Pick<InformationRequestsDeps, 'files'>,
  { papers = [] }: InformationRequestRecord,
  fileIds: readonly string[],
): Promise<void> {
  if (papers.length === 0 || fileIds.length === 0) return;
  const hashes = new Set(papers.map(({ sha256 }) => sha256));
  const given = await files.open(fileIds);
  if (given.some(({ id, sha256 }) => hashes.has(sha256) || papers.some(({ fileId }) => fileId === id)))
    throw invalidField('attachmentIds', '里面有原件。原件只在办件里看，给出去的要用遮过的那一份。');
}

/** The files that are shown of a case, with the names of who brought them. */
export function presentPapers(
  { papers = [], redactions = [] }: InformationRequestRecord,
  { files, nameOf }: { files: readonly Attachment[]; nameOf: (staffId: string) => string },
): Pick<InformationRequest, 'papers' | 'redactions'> {
  const find = (fileId: string) => files.filter(({ id }) => id === fileId);
  return {
    papers: papers.flatMap(({ fileId, at, staffId, pages }) =>
      find(fileId).map(file => ({ file, at: at.toISOString(), by: nameOf(staffId), pages })),
    ),
    redactions: redactions.flatMap(({ id, fileId, at, staffId, paperId, pages, summary }) =>
      find(fileId).map(file => ({ id, at: at.toISOString(), by: nameOf(staffId), paperId, file, pages, summary })),
    ),
  };
}

/** Every file that is named in what is shown. */
export const filesIn = ({
  decision,
  proposals = [],
  papers = [],
  redactions = [],
  identityPapers = [],
}: InformationRequestRecord) => [
  ...new Set([
    ...identityPapers.map(({ fileId }) => fileId),
    ...(decision?.attachmentIds ?? []),
    ...proposals.flatMap(({ attachmentIds }) => attachmentIds),
    ...[...papers, ...redactions].map(({ fileId }) => fileId),
  ]),
];
