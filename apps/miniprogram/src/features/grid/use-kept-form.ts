import { useState } from 'react';
import { dropDraft, readDraft, saveDraft } from '@/lib/drafts';
import { newId } from '@/lib/ids';
import { usePageParams } from '@/lib/page-params';
import { changed, unsigned } from './consent-form';
import { ownGridDrafts, type KeptForm } from './kept-form';

/**
 * A form of the workbench, kept on the phone with every word of it, for this account; a signature is not kept before the record is.
 * `where` names its door in the list of what is not finished.
 */
export function useKeptForm<F extends object>(form: string, initial: () => F, where: string) {
  const key = ownGridDrafts() + form;
  const { building, door, record } = usePageParams();
  const [value, setValue] = useState<F>(() => ({ ...initial(), ...readDraft<KeptForm<F>>(key)?.value.form }));
  const idOf = async () => readDraft(key)?.id ?? (await newId());
  const change = async (part: Partial<F>) => {
    const next = changed(value, part);
    setValue(next);
    saveDraft<KeptForm<F>>(key, await idOf(), { form: unsigned(next), where, params: { building, door, record } });
  };
  return { form: value, change, idOf, drop: () => dropDraft(key) };
}
