import { useEffect, type ReactNode } from 'react';

interface Props {
  title: string;
  /** Beside the title, on the right: the acts of this page. */
  actions?: ReactNode;
  /** Under the title: what kind of thing it is, its number. */
  note?: ReactNode;
  /** As wide as the window: for tables of many columns. */
  isWide?: boolean;
  children: ReactNode;
}

/** One page of the console: its title is the window's too. */
export function Page({ title, actions, note, isWide = false, children }: Props) {
  useEffect(() => {
    document.title = `${title} · 板凳`;
  }, [title]);
  return (
    <main id="page" className={isWide ? 'page wide' : 'page'} tabIndex={-1}>
      <header className="page-head">
        <div>
          <h1>{title}</h1>
          {note && <div className="quiet">{note}</div>}
        </div>
        {actions && <div className="page-actions">{actions}</div>}
      </header>
      {children}
    </main>
  );
}
