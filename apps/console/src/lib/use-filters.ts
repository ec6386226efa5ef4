import { useSearchParams } from 'react-router';

/** Filters live in the address: a list can be bookmarked, sent to a colleague, and gone back to. */
export function useFilters() {
  const [params, setParams] = useSearchParams();
  const set = (changes: Record<string, string | undefined>) =>
    setParams(
      before => {
        const next = new URLSearchParams(before);
        for (const [name, value] of Object.entries(changes)) {
          if (value) next.set(name, value);
          else next.delete(name);
        }
        return next;
      },
      { replace: true },
    );
  return { get: (name: string): string | undefined => params.get(name) ?? undefined, set };
}
