import { useEffect, useRef } from 'react';

/**
 * A letter that does an act, while the hand is on the comments and nobody is writing: single letters may only work where the focus is
 * (WCAG 2.1.4).
 */
export function useKey(key: string, act: () => unknown): void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== key || !isFree(event)) return;
      // The letter did its act: it is not also written into the field that the act went to.
      event.preventDefault();
      latest.current();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [key]);
}

const WRITING = 'textarea, input:not([type=checkbox], [type=radio]), [role=dialog], [role=combobox]';

function isFree({ target, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || altKey || !(target instanceof Element)) return false;
  return target.closest('[data-keys]') !== null && target.closest(WRITING) === null;
}
