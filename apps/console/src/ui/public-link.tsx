import type { ReactNode } from 'react';

/** Leads to what the public sees, in a window of its own. */
export function PublicLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <a href={to} target="_blank" rel="noreferrer">
      {children}
      <span className="visually-hidden">（公众看到的，另开一页）</span>
    </a>
  );
}
