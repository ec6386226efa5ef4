import type { DraftCheck } from '@bandeng/contracts/types';
import { AppError, type FieldFault } from '../../../platform/errors';
import { deadLinks } from './dead-links';
import type { DraftsDeps } from './deps';
import { filesOfDraft } from './draft-content';
import type { DraftRecord } from './draft.model';
import { findInFiles } from './find-in-files';
import { findPersonal, PERSONAL_DATA_LABELS, type PlacedFind } from './find-personal';
import { missingFacts } from './required-facts';

/** A roll of names may hold thousands; nobody masks more than these one by one. */
const MOST_FINDS = 500;

type CheckedDraft = Pick<DraftRecord, '_id' | 'content' | 'contentHash' | 'passes' | 'corrects'>;

/** The same number in another place or with other gaps is the same. */
const digestOf = ({ blindIndex }: Pick<DraftsDeps, 'blindIndex'>, draftId: string, find: PlacedFind): string =>
  blindIndex.of(`draft-pass:${draftId}`, `${find.kind}:${find.text.replace(/[\s-]/gu, '')}`);

/** Every find of a draft, each with whether a secrecy reviewer let it pass. */
export async function personalDataOf(
  deps: DraftsDeps,
  { _id, content, passes }: CheckedDraft,
): Promise<(PlacedFind & { digest: string; isPassed: boolean })[]> {
  const files = await deps.files.describe(filesOfDraft(content));
  const passed = new Set(passes.map(pass => pass.digest));
  const inText = findPersonal(content, new Map(files.map(({ id, name }) => [id, name])));
  return [...inText, ...(await findInFiles(deps, content))].map(find => {
    const digest = digestOf(deps, _id, find);
    return { ...find, digest, isPassed: passed.has(digest) };
  });
}

/** What stands in the way of submitting a draft. */
export async function checkDraft(deps: DraftsDeps, draft: CheckedDraft): Promise<DraftCheck> {
  const [links, finds] = await Promise.all([deadLinks(deps, draft.content), personalDataOf(deps, draft)]);
  return {
    contentHash: draft.contentHash,
    faults: [...missingFacts(draft.content, draft.corrects !== null), ...links],
    personalData: finds.slice(0, MOST_FINDS).map(({ path, kind, start, end, masked, lastColumn, isPassed }) => ({
      ...{ path, kind, label: PERSONAL_DATA_LABELS[kind], start, end, masked, lastColumn, isPassed },
    })),
    more: finds.length > MOST_FINDS,
  };
}

/** Throws draft.incomplete or notice.personal_data, each naming every place. */
export async function assertComplete(deps: DraftsDeps, draft: CheckedDraft): Promise<void> {
  const faults: FieldFault[] = [
    ...missingFacts(draft.content, draft.corrects !== null),
    ...(await deadLinks(deps, draft.content)),
  ];
  if (faults.length > 0) throw new AppError('draft.incomplete', { errors: faults });
  const open = (await personalDataOf(deps, draft)).filter(find => !find.isPassed);
  if (open.length > 0)
    throw new AppError('notice.personal_data', {
      errors: open.slice(0, MOST_FINDS).map(({ path, kind, masked }) => ({
        path,
        message: kind === 'unreadable' ? masked : `有没遮住的${PERSONAL_DATA_LABELS[kind]}：${masked}。`,
      })),
    });
}
