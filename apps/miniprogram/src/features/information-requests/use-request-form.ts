import { useState } from 'react';
import { saveDraft, useDraft } from '@/lib/drafts';
import { newId } from '@/lib/ids';
import { draftKeyFrom } from './api';
import { checkField, checkStep, emptyRequest } from './request-draft';
import type { Faults, RequestDraft } from './request-draft';

/** The form with its draft on the phone, empty or begun with what a message said: what is typed is kept at once, under the id it will be sent with. */
export function useRequestForm(given: Pick<RequestDraft, 'fromEnquiryId' | 'name' | 'description'>) {
  const key = draftKeyFrom(given.fromEnquiryId);
  const kept = useDraft<RequestDraft>(key);
  const [draft, setDraft] = useState<RequestDraft>({ ...emptyRequest, ...(kept?.value ?? given) });
  const [faults, setFaults] = useState<Faults>({});

  const change = (part: Partial<RequestDraft>) => {
    const next = { ...draft, ...part };
    setDraft(next);
    setFaults(known => Object.fromEntries(Object.entries(known).filter(([field]) => !(field in part))));
    void idOf(kept?.id).then(id => saveDraft(key, id, next));
  };
  const leave = (field: keyof RequestDraft) => setFaults(known => ({ ...known, [field]: checkField(draft, field) }));
  /** Checks the step one is at; true when nothing is wrong with it. */
  const isStepFine = () => {
    const found = checkStep(draft, draft.step);
    setFaults(found);
    return Object.keys(found).length === 0;
  };
  return { draft, faults, change, leave, isStepFine, id: kept?.id };
}

const idOf = async (known: string | undefined) => known ?? newId();
