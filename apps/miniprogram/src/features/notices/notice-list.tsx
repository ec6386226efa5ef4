import { useInfiniteQuery } from '@tanstack/react-query';
import { List } from '@/ui/list';
import type { noticeList } from './api';
import { EntryNoticeRow, NoticeRow } from './notice-row';

interface NoticeListProps {
  query: ReturnType<typeof noticeList>;
  /** Notices of one entry: their points instead of kind and unit. */
  isOfEntry?: boolean;
  empty: { title: string; detail?: string; action?: { text: string; onPress: () => void } };
}

/** An endless list of notices. */
export function NoticeList({ query, isOfEntry, empty }: NoticeListProps) {
  const notices = useInfiniteQuery(query);
  return (
    <List query={notices} label="公开信息" empty={empty}>
      {notice => (isOfEntry ? <EntryNoticeRow notice={notice} /> : <NoticeRow notice={notice} />)}
    </List>
  );
}
