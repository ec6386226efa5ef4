import { useState } from 'react';
import { dropDraft, readDraft, saveDraft } from '@/lib/drafts';
import { newId } from '@/lib/ids';

/**
 * A form of what somebody says at their door, kept on the phone with every word of it. What was read to them no longer stands as soon as
 * a word is another one.
 */
export function useKeptForm<F extends { isReadBack: boolean }>(key: string, initial: () => F) {
  const [form, setForm] = useState<F>(() => readDraft<F>(key)?.value ?? initial());
  const idOf = async () => readDraft(key)?.id ?? (await newId());
  const change = async (part: Partial<F>) => {
    const next = { ...form, isReadBack: false, ...part };
    setForm(next);
    saveDraft(key, await idOf(), next);
  };
  return { form, change, idOf, drop: () => dropDraft(key) };
}
