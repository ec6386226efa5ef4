import type { ConsultationDetail } from '@bandeng/contracts/types';
import { useState } from 'react';
import { useDraft } from '@/lib/drafts';
import { draftKeyOf, emptyComment, keepComment } from './comment-draft';
import type { CommentDraft } from './comment-draft';
import type { Place } from '@/lib/place';

/** The form with its draft on the phone: what is typed is kept at once. */
export function useCommentForm(consultation: ConsultationDetail, place: Place) {
  const kept = useDraft<CommentDraft>(draftKeyOf({ consultationId: consultation.id, place }));
  const [draft, setDraft] = useState<CommentDraft>(kept?.value ?? emptyComment(consultation, place));
  const change = (part: Partial<CommentDraft>) => {
    const next = { ...draft, ...part };
    setDraft(next);
    void keepComment(next);
  };
  return { draft, change, savedAt: kept?.savedAt };
}
