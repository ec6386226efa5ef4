import type { ConsultationDetail, RouteCall } from '@bandeng/contracts/types';
import { dropDraft, readDraft, saveDraft } from '@/lib/drafts';
import { newId } from '@/lib/ids';
import { placeKey } from '@/lib/place';
import type { Place } from '@/lib/place';

/** A comment that is being written. What it speaks of is kept with it, so that it can be gone on with from anywhere. */
export interface CommentDraft {
  consultationId: string;
  question: string;
  place: Place;
  proposedText: string;
  body: string;
  anonymous: boolean;
  /** The draft that lay before its author as they began. */
  draftVersion?: number;
}

export type CommentBody = RouteCall<'consultations.comments.create'>['body'];

/** Drafts of one consultation, or of all of them. */
export const draftPrefix = (consultationId?: string) => (consultationId ? `comment:${consultationId}:` : 'comment:');

export const draftKeyOf = ({ consultationId, place }: Pick<CommentDraft, 'consultationId' | 'place'>) =>
  `${draftPrefix(consultationId)}${placeKey(place.target)}`;

export const emptyComment = (
  { id, question, draftVersion }: Pick<ConsultationDetail, 'id' | 'question' | 'draftVersion'>,
  place: Place,
): CommentDraft => ({
  consultationId: id,
  question,
  draftVersion,
  place,
  proposedText: place.current ?? '',
  body: '',
  anonymous: true,
});

/** The proposed text, when it is another one than the draft's. */
function proposalOf({ proposedText, place }: CommentDraft): string | undefined {
  const proposed = proposedText.trim();
  return proposed === '' || proposed === place.current?.trim() ? undefined : proposed;
}

export const isSomethingSaid = (draft: CommentDraft): boolean =>
  draft.body.trim() !== '' || proposalOf(draft) !== undefined;

/** What one would compare with others' comments: the reason, else the proposal. */
export const wordsOf = (draft: CommentDraft): string => draft.body.trim() || (proposalOf(draft) ?? '');

/** Whoever proposes a text need not say why: then the proposal stands for the words, and is shown once. */
export function commentBody(id: string, draft: CommentDraft, penName: string | undefined): CommentBody {
  const proposedText = proposalOf(draft);
  const { anonymous, place, draftVersion } = draft;
  return {
    id,
    target: place.target,
    body: wordsOf(draft),
    ...(proposedText !== undefined && { proposedText }),
    anonymous,
    ...(draftVersion !== undefined && { draftVersion }),
    ...(anonymous && penName !== undefined && { penName }),
  };
}

/** Keeps the draft on the phone and gives the id that it will be sent with: the same one for every try. */
export async function keepComment(draft: CommentDraft): Promise<string> {
  const key = draftKeyOf(draft);
  const id = readDraft(key)?.id ?? (await newId());
  saveDraft(key, id, draft);
  return readDraft(key)?.id ?? id;
}

/** The words stay, under a new id: the old one turned out to be taken by what an earlier try had said. */
export async function renewComment(draft: CommentDraft): Promise<void> {
  const id = await newId();
  dropDraft(draftKeyOf(draft));
  saveDraft(draftKeyOf(draft), id, draft);
}
