import { Text, View } from '@tarojs/components';
import type { RouteAnswer } from '@bandeng/contracts/types';
import { sayDate } from '@bandeng/rules';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { now } from '@/lib/clock';
import { Button } from '@/ui/button';
import { List } from '@/ui/list';
import { Tag } from '@/ui/tag';
import { Facts, Heading } from '@/ui/text';
import { changesOfVersion } from './api';

type Version = RouteAnswer<'consultations.versions'>['items'][number];
type Change = RouteAnswer<'consultations.changes'>['items'][number];

interface VersionCardProps {
  consultationId: string;
  version: Version;
}

/** One draft: when, why, how much of it is other than before; what exactly, on a tap. */
export function VersionCard({ consultationId, version: { version, publishedAt, reason, counts } }: VersionCardProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <View className="card draft-card">
      <View className="line between">
        <Heading level={2} className="lead grow">{`第 ${version} 稿`}</Heading>
        <Facts className="note">{sayDate(publishedAt, now())}</Facts>
      </View>
      {reason === null ? (
        <View className="note">开始征集时的草案</View>
      ) : (
        <>
          <View className="pre-line">{reason}</View>
          <Facts className="note mt1">
            {counts.changed > 0 ? `改了 ${counts.changed} 处` : ''}
            {counts.new > 0 ? `新增 ${counts.new} 处` : ''}
            {counts.removed > 0 ? `删去 ${counts.removed} 处` : ''}
          </Facts>
          {isOpen ? (
            <Changes consultationId={consultationId} version={version} />
          ) : (
            <Button look="plain" icon="list" onPress={() => setOpen(true)}>
              {`第 ${version} 稿改了什么`}
            </Button>
          )}
        </>
      )}
    </View>
  );
}

function Changes({ consultationId, version }: { consultationId: string; version: number }) {
  const query = useInfiniteQuery(changesOfVersion(consultationId, version));
  return (
    <List query={query} label={`第 ${version} 稿的改动`} className="rows mt2" empty={{ title: '没有改动' }}>
      {change => <OneChange change={change} />}
    </List>
  );
}

const words = { new: '新增', changed: '改了', removed: '删去', same: '只改了编号' } as const;

function OneChange({
  change: { change, label, labelBefore, before, after, fields, commentCount, adopted },
}: {
  change: Change;
}) {
  const name = label ?? labelBefore ?? '';
  return (
    <View className="comment">
      <View className="line between wrap">
        <View className="strong">{change === 'same' ? `${labelBefore ?? ''} → ${name}` : name}</View>
        <Tag tone="wood">{words[change]}</Tag>
      </View>
      {fields.length > 0
        ? fields.map(field => (
            <View key={field.field} className="mt1">
              <View className="note">{field.label}</View>
              <Texts before={field.before} after={field.after} />
            </View>
          ))
        : change !== 'same' && <Texts before={before} after={after} />}
      {adopted.map(({ id, author, body, proposedText }) => (
        <View key={id} className="answer mt1">
          <View className="note">{`照着${author}的意见写的：`}</View>
          <View className="pre-line">{proposedText ?? body}</View>
        </View>
      ))}
      {change === 'removed' && commentCount > 0 && (
        <View className="note mt1">{`大家对这一处说过 ${commentCount} 条，都还在账上，照样答复。`}</View>
      )}
    </View>
  );
}

function Texts({ before, after }: { before: string | null; after: string | null }) {
  return (
    <View className="mt1 pre-line">
      {before !== null && before !== '' && (
        <>
          <Text className="sr">原来写的：</Text>
          <View className="draft-old">{before}</View>
        </>
      )}
      {after !== null && after !== '' && (
        <>
          <Text className="sr">现在写的：</Text>
          <View>{after}</View>
        </>
      )}
    </View>
  );
}
