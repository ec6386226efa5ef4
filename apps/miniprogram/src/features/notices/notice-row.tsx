import { View } from '@tarojs/components';
import type { NoticeSummary } from '@bandeng/contracts/types';
import { now } from '@/lib/clock';
import { open } from '@/lib/navigation';
import { sayWhen } from '@bandeng/rules';
import { Press } from '@/ui/press';
import { Tag } from '@/ui/tag';
import { Facts } from '@/ui/text';
import { tagOf } from './words';

/** One of many of the same entry: its first point, and when it was published (mock 05). */
export function EntryNoticeRow({ notice }: { notice: NoticeSummary }) {
  return (
    <Press role="link" className="row-item block-row" onPress={() => void open('notice', { id: notice.id })}>
      <View className="row-title">{notice.title}</View>
      <Facts className="note mt1">
        {notice.keyPoints[0] ?? notice.unit.name}
        {`${sayWhen(notice.publishedAt, now())}公开`}
      </Facts>
    </Press>
  );
}

/** A notice in a list: what it is, who published it, when. */
export function NoticeRow({ notice }: { notice: NoticeSummary }) {
  const tag = tagOf(notice);
  return (
    <Press role="link" className="row-item block-row" onPress={() => void open('notice', { id: notice.id })}>
      <View className="row-title">{notice.title}</View>
      <View className="line wrap note mt1">
        <Tag tone={tag.running ? 'wood' : notice.kind === 'interpretation' ? 'brand' : 'plain'}>{tag.text}</Tag>
        {notice.limited && <Tag icon="lock">只对{notice.limited.group}</Tag>}
        <Facts>
          {notice.unit.name}
          {sayWhen(notice.publishedAt, now())}
        </Facts>
      </View>
    </Press>
  );
}
