import { createContext, useContext } from 'react';
import type { NoticeContent } from './content';

/** What the fields of one notice share while it is written. */
export interface Writing {
  content: NoticeContent;
  set: (change: Partial<NoticeContent> | ((before: NoticeContent) => Partial<NoticeContent>)) => void;
  /** What to say at a field: once it has been left, or everything was checked, or the server said it. */
  faultsOf: (path: string) => string[];
  /** A field was left. */
  leave: (path: string) => void;
}

export const WritingContext = createContext<Writing | null>(null);

export function useWriting(): Writing {
  const writing = useContext(WritingContext);
  if (!writing) throw new Error('no notice is being written');
  return writing;
}

/** The control of a field: what is wrong with it, and that it was left. */
export function useField(path: string) {
  const { faultsOf, leave } = useWriting();
  return { faults: faultsOf(path), onBlur: () => leave(path) };
}
