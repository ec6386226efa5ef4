import type { GridRecord } from '@bandeng/contracts/types';
import { currentReach } from '@/lib/online';
import { toast } from '@/ui/toast';
import { takenNow } from './contact';
import { changeRecord, writeRecord } from './outbox-store';

/** Without Omit's habit of forgetting which kind has which fields. */
type Content<T> = T extends unknown ? Omit<T, 'id' | 'takenAt' | 'offset'> : never;

/**
 * Puts what was filled in into the outbox, and says 记下了 only when it lies in the phone's storage. One that came back goes again with
 * the time it was taken down. False: the phone is full, and the form stays as it is.
 */
export function keepRecord(
  content: Content<GridRecord>,
  {
    id,
    title,
    before,
    photos = [],
  }: { id: string; title: string; before: GridRecord | undefined; photos?: readonly string[] },
): boolean {
  const taken = before ? { takenAt: before.takenAt, offset: before.offset } : takenNow();
  const record = { ...content, ...taken, id: before?.id ?? id } as GridRecord;
  const isKept = before ? changeRecord(record, title) : writeRecord(record, title, photos);
  if (isKept) toast(currentReach() === 'offline' ? '记下了，有网就送' : '记下了，正在送');
  else toast('手机存满了，没有记下。先到发件箱送出去一些，这里写的还在', 'alert');
  return isKept;
}
