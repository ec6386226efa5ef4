import type { Draft } from '@bandeng/contracts/types';
import { useCallback, useEffect, useRef, useState } from 'react';
import { createAutosave, type Autosave, type SaveState } from '../../../lib/autosave';
import { api } from '../../../lib/http';
import { givenOf, type NoticeContent } from './content';

/** What is written of one draft, and whether it is saved. */
export function useDraft({ id, revision, content: begun }: Draft) {
  const [content, setContent] = useState<NoticeContent>(begun);
  const [saving, setSaving] = useState<SaveState>({ kind: 'saved' });
  const autosave = useRef<Autosave<NoticeContent>>(null) as { current: Autosave<NoticeContent> | null };
  autosave.current ??= createAutosave<NoticeContent>({
    revision,
    conflictCode: 'draft.conflict',
    told: setSaving,
    save: (seen, given) => api.call('staff.drafts.save', { params: { id }, body: { revision: seen, content: given } }),
  });
  const saver = autosave.current;

  const set = useCallback(
    (change: Partial<NoticeContent> | ((before: NoticeContent) => Partial<NoticeContent>)) =>
      setContent(before => ({ ...before, ...(typeof change === 'function' ? change(before) : change) })),
    [],
  );
  const written = useRef(content);
  useEffect(() => {
    if (written.current === content) return;
    written.current = content;
    saver.write(givenOf(content));
  }, [content, saver]);

  // What is not saved when somebody goes to another page is saved on the way out; the browser asks before its window is closed.
  useEffect(() => () => void saver.flush().finally(saver.stop), [saver]);
  const isSaved = saving.kind === 'saved';
  useEffect(() => {
    if (isSaved) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isSaved]);
  return { content, set, saving, saver };
}
