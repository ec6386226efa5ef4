import { sayWording, wordingFinder, type WordingFinder } from '@bandeng/rules';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '../../../lib/http';
import { textsOf, type NoticeContent } from './content';

/** A word of the dictionary in what is written. `masked`: what is put in its place. */
export interface UnfitWord {
  path: string;
  text: string;
  masked: string | null;
  message: string;
  isBlocking: boolean;
}

/** The district's dictionary; finds nothing until it is there. */
export function useWording(): WordingFinder {
  const { data } = useQuery({
    queryKey: ['wording'],
    staleTime: 600_000,
    queryFn: () => api.call('staff.wording.list', { query: {} }),
  });
  return useMemo(() => wordingFinder(data?.items ?? []), [data]);
}

/** Words to look at, by the field or block they stand in. */
export function unfitWordsIn(content: NoticeContent, find: WordingFinder): UnfitWord[] {
  const { title, keyPoints, body, posting, limited } = content;
  const texts: [string, string][] = [
    ['title', title],
    ...keyPoints.map((text, at): [string, string] => [`keyPoints.${at}`, text]),
    ...body.flatMap((block, at) => textsOf(block).map((text): [string, string] => [`body.${at}`, text])),
    ['posting.objection', posting?.objection ?? ''],
    ['limited.postedAt', limited?.postedAt ?? ''],
  ];
  return texts.flatMap(([path, text]) =>
    find(text).map(found => ({
      ...{ path, text: found.text, masked: found.right, isBlocking: found.isBlocking },
      message: sayWording(found),
    })),
  );
}
