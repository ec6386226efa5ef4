import { useState } from 'react';
import { useAccount } from './session';

const keyOf = (accountId: string, list: string) => `bandeng.columns.${accountId}.${list}`;

function read(key: string): readonly string[] {
  try {
    const kept: unknown = JSON.parse(window.localStorage.getItem(key) ?? '[]');
    return Array.isArray(kept) ? kept.filter(name => typeof name === 'string') : [];
  } catch {
    // Not JSON, or a browser that keeps nothing: all columns are shown.
    return [];
  }
}

/** The columns of a list that this person does not want to see, kept in this browser by their titles. */
export function useHiddenColumns(list: string): [readonly string[], (hidden: readonly string[]) => void] {
  const key = keyOf(useAccount().id, list);
  const [hidden, setHidden] = useState(() => read(key));
  return [
    hidden,
    next => {
      setHidden(next);
      try {
        window.localStorage.setItem(key, JSON.stringify(next));
      } catch {
        // It counts until the page is left.
      }
    },
  ];
}
