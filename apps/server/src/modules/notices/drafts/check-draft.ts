import type { DraftContent } from '@bandeng/contracts/schemas';
import type { DraftCheck } from '@bandeng/contracts/types';
import { AppError, type FieldFault } from '../../../platform/errors';
import { deadLinks } from './dead-links';
import type { DraftsDeps } from './deps';
import { filesOfDraft } from './draft-content';
import type { DraftRecord, PassRecord } from './draft.model';
import { findInFiles } from './find-in-files';
import { findPersonal, PERSONAL_DATA_LABELS, type PlacedFind } from './find-personal';
import { missingFacts } from './required-facts';
import { unfitWords } from './wording';
import { postingFaults } from '../postings/posting-gate';

/** A roll of names may hold thousands; nobody masks more than these one by one. */
const MOST_FINDS = 500;

type CheckedDraft = Pick<DraftRecord, '_id' | 'content' | 'contentHash' | 'passes' | 'corrects'>;

/** The same number in another place or with other gaps is the same. */
const digestOf = ({ blindIndex }: Pick<DraftsDeps, 'blindIndex'>, draftId: string, find: PlacedFind): string =>
  blindIndex.of(`draft-pass:${draftId}`, `${find.kind}:${find.text.replace(/[\s-]/gu, '')}`);

/** In its words, the names of its files, and its files. */
async function findsOf(deps: DraftsDeps, content: DraftContent): Promise<PlacedFind[]> {
  const files = await deps.files.describe(filesOfDraft(content));
  const inText = findPersonal(content, new Map(files.map(({ id, name }) => [id, name])));
  return [...inText, ...(await findInFiles(deps, content))];
}

/** Every find of a draft, each with whether a secrecy reviewer let it pass. */
export async function personalDataOf(
  deps: DraftsDeps,
  { _id, content, passes }: CheckedDraft,
): Promise<(PlacedFind & { digest: string; isPassed: boolean })[]> {
  // What is not published may say whom it is about: that is often why.
  if (content.withholding) return [];
  const passed = new Set(passes.map(pass => pass.digest));
  return (await findsOf(deps, content)).map(find => {
    const digest = digestOf(deps, _id, find);
    return { ...find, digest, isPassed: passed.has(digest) };
  });
}

/**
 * What a secrecy reviewer let pass in the version that is public holds for the very same words and files in a correction of it: each pass
 * goes over under the name and day of who signed it.
 */
export async function passesOfBefore(
  deps: DraftsDeps,
  { id, content, noticeId }: { id: string; content: DraftContent; noticeId: string },
): Promise<PassRecord[]> {
  const before = await deps.drafts.findPublished(noticeId);
  if (!before || before.passes.length === 0) return [];
  const given = new Map(before.passes.map(pass => [pass.digest, pass]));
  const finds = await findsOf(deps, content);
  const kept = finds.flatMap(find => {
    const pass = given.get(digestOf(deps, before._id, find));
    return pass ? [{ ...pass, digest: digestOf(deps, id, find) }] : [];
  });
  return [...new Map(kept.map(pass => [pass.digest, pass])).values()];
}

/** Facts that are missing, names of what is not there, words that must not stay. */
async function faultsOf(deps: DraftsDeps, { content, corrects }: CheckedDraft): Promise<FieldFault[]> {
  return [
    ...missingFacts(content, { isCorrection: corrects !== null, today: deps.clock.today() }),
    ...(await deadLinks(deps, content)),
    ...(await postingFaults(deps, content.posting)),
    ...unfitWords(deps, content),
  ];
}

/** What stands in the way of submitting a draft, and what is to be looked at before. */
export async function checkDraft(deps: DraftsDeps, draft: CheckedDraft): Promise<DraftCheck> {
  const [faults, finds] = await Promise.all([faultsOf(deps, draft), personalDataOf(deps, draft)]);
  const words = deps.wording.findIn(draft.content);
  return {
    contentHash: draft.contentHash,
    faults,
    personalData: finds.slice(0, MOST_FINDS).map(({ path, kind, start, end, masked, lastColumn, isPassed }) => ({
      ...{ path, kind, label: PERSONAL_DATA_LABELS[kind], start, end, masked, lastColumn, isPassed },
    })),
    wording: words.slice(0, MOST_FINDS),
    more: finds.length > MOST_FINDS || words.length > MOST_FINDS,
  };
}

/** Throws draft.incomplete or notice.personal_data, each naming every place. */
export async function assertComplete(deps: DraftsDeps, draft: CheckedDraft): Promise<void> {
  const faults = await faultsOf(deps, draft);
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
