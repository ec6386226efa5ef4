import type { ReactNode } from 'react';

interface Props {
  title: string;
  children?: ReactNode;
  /** What one can do about it. */
  action?: ReactNode;
}

/** Instead of what was wanted: what is the matter, and what one can do. */
export function Notice({ title, children, action }: Props) {
  return (
    <div className="notice" role="status">
      <p className="notice-title">{title}</p>
      {children && <p className="quiet">{children}</p>}
      {action}
    </div>
  );
}
