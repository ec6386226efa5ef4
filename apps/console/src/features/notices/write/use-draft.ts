import type { Draft } from '@bandeng/contracts/types';
import { useCallback, useEffect, useRef, useState } from 'react';
import { createAutosave, type Autosave, type SaveState } from '../../../lib/autosave';
import { api } from '../../../lib/http';
import { givenOf, type NoticeContent } from './content';

/**
 * Saves one draft. Another revision with the words that were saved last is no conflict: somebody let a number pass, or asked for it.
 */
function saverOf({ id, revision, contentHash }: Draft, told: (state: SaveState) => void): Autosave<NoticeContent> {
  let lastHash = contentHash;
  const lookAgain = async (conflict: SaveState) => {
    const latest = await api.call('staff.drafts.get', { params: { id }, query: {} }).catch(() => null);
    if (latest?.contentHash === lastHash) void saver.keepMine(latest.revision);
    else told(conflict);
  };
  const saver = createAutosave<NoticeContent>({
    revision,
    conflictCode: 'draft.conflict',
    told: state => (state.kind === 'conflict' ? void lookAgain(state) : told(state)),
    save: async (seen, content) => {
      const saved = await api.call('staff.drafts.save', { params: { id }, body: { revision: seen, content } });
      lastHash = saved.contentHash;
      return saved;
    },
  });
  return saver;
}

/** What is written of one draft, and whether it is saved. */
export function useDraft(draft: Draft) {
  const [content, setContent] = useState<NoticeContent>(draft.content);
  const [saving, setSaving] = useState<SaveState>({ kind: 'saved' });
  const [saver] = useState(() => saverOf(draft, setSaving));

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
