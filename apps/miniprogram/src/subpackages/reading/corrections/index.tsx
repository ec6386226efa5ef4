import { View } from '@tarojs/components';
import type { NoticeVersion } from '@bandeng/contracts/types';
import { sayWhen } from '@bandeng/rules';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { notice as noticeQuery, versionChanges, versionsOf } from '@/features/notices/api';
import { ChangedBlocks, ChangedFields } from '@/features/notices/version-changes';
import { now } from '@/lib/clock';
import { usePageParams } from '@/lib/page-params';
import { Button } from '@/ui/button';
import { Page } from '@/ui/page';
import { Empty, ErrorState, Loaded, Skeleton } from '@/ui/states';
import { Chips } from '@/ui/tabs';
import { NoticeBar } from '@/ui/tag';
import { Heading } from '@/ui/text';

/** A corrected notice: each version beside the one before it, and why it was made. */
export default function CorrectionsPage() {
  const { id = '' } = usePageParams();
  const notice = useQuery(noticeQuery(id));
  const versions = useQuery(versionsOf(id));
  const [chosen, setChosen] = useState<number>();
  return (
    <Page title="改过哪里">
      {notice.data && <Heading level={1}>{notice.data.title}</Heading>}
      <Loaded query={versions} lines={6}>
        {all => {
          const corrected = all.filter(({ number }) => number > 1);
          const number = chosen ?? corrected[0]?.number;
          const version = all.find(one => one.number === number);
          if (!version) return <Empty icon="file" title="这一条没有改过" detail="现在看到的就是最早公开的那一版" />;
          return (
            <>
              {corrected.length > 1 && (
                <Chips
                  label="哪一版"
                  items={corrected.map(one => ({ value: String(one.number), label: `第 ${one.number} 版` }))}
                  value={String(version.number)}
                  onChange={value => setChosen(Number(value))}
                />
              )}
              <NoticeBar icon="info" className="mt3">
                {sayWhen(version.from, now())}改成第 {version.number} 版。为什么改：{version.reason}
              </NoticeBar>
              {isKnown(all, version.number - 1) ? (
                <Changes id={id} number={version.number} />
              ) : (
                <Empty icon="forbidden" title="前一版不再展示" detail="里面有不该公开的内容，所以不能对着看" />
              )}
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

const isKnown = (all: readonly NoticeVersion[], number: number): boolean =>
  all.some(version => version.number === number && version.isShown);

function Changes({ id, number }: { id: string; number: number }) {
  const query = useInfiniteQuery(versionChanges(id, number));
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const pages = query.data?.pages ?? [];
  if (!pages[0]) return <Skeleton lines={8} />;
  return (
    <>
      <ChangedFields fields={pages[0].fields} />
      <ChangedBlocks changes={pages.flatMap(({ items }) => items)} />
      {query.hasNextPage && (
        <View className="center mt3">
          <Button busy={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
            再看一些
          </Button>
        </View>
      )}
    </>
  );
}
