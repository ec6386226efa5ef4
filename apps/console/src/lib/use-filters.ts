import { useSearchParams } from 'react-router';

/** Filters live in the address: a list can be bookmarked, sent to a colleague, and gone back to. */
export function useFilters() {
  const [params, setParams] = useSearchParams();
  const set = (changes: Record<string, string | undefined>) => {
    // What the address says now, not what was drawn last: a filter set a moment ago is kept where the page is slow to draw.
    const next = new URLSearchParams(window.location.hash.split('?')[1]);
    for (const [name, value] of Object.entries(changes)) {
      if (value) next.set(name, value);
      else next.delete(name);
    }
    setParams(next, { replace: true });
  };
  return { get: (name: string): string | undefined => params.get(name) ?? undefined, set };
}
