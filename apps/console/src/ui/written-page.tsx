import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { Page } from './page';
import { Loaded } from './state';

interface Props<R> {
  /** What it is called when it is new, and when somebody goes on with it. */
  titles: readonly [string, string];
  note: string;
  /** First part of the key under which its record is kept. */
  kept: string;
  read: (id: string) => Promise<R>;
  /** The form: of the record, or of nothing yet. */
  children: (record?: R) => ReactNode;
}

/** Writes something new, or on what the id of the address names. */
export function WrittenPage<R>({ titles: [fresh, known], note, kept, read, children }: Props<R>) {
  const { id } = useParams();
  const query = useQuery({ queryKey: [kept, id], enabled: id !== undefined, queryFn: () => read(id!) });
  return (
    <Page title={id ? known : fresh} note={note}>
      {id ? <Loaded query={query}>{record => children(record)}</Loaded> : children()}
    </Page>
  );
}
