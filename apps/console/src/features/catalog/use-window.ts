import { useCallback, useEffect, useState, type RefObject } from 'react';

/** Lines kept above and below what is seen, so that a quick scroll shows no gap. */
const MARGIN = 6;

export interface RowWindow {
  first: number;
  /** One past the last. */
  end: number;
}

/** Which lines of a long list lie in its window; all lines are equally high. */
export function useWindow(box: RefObject<HTMLElement | null>, rowCount: number, rowHeight: number) {
  const [seen, setSeen] = useState<RowWindow>({ first: 0, end: 40 });
  const look = useCallback(() => {
    const { current } = box;
    if (!current) return;
    const first = Math.max(0, Math.floor(current.scrollTop / rowHeight) - MARGIN);
    const end = Math.ceil((current.scrollTop + current.clientHeight) / rowHeight) + MARGIN;
    setSeen(before => (before.first === first && before.end === end ? before : { first, end }));
  }, [box, rowHeight]);
  useEffect(() => {
    const { current } = box;
    if (!current) return;
    look();
    current.addEventListener('scroll', look, { passive: true });
    const sizes = new ResizeObserver(look);
    sizes.observe(current);
    return () => {
      current.removeEventListener('scroll', look);
      sizes.disconnect();
    };
  }, [box, look]);
  return { first: Math.min(seen.first, rowCount), end: Math.min(seen.end, rowCount) };
}
