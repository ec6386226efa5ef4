import { View } from '@tarojs/components';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { guides } from '@/features/organization/api';
import type { GuideKind } from '@/features/organization/api';
import { guideWords } from '@/features/organization/words';
import { now } from '@/lib/clock';
import { open } from '@/lib/navigation';
import { usePageParams } from '@/lib/page-params';
import { sayDate } from '@bandeng/rules';
import { Row } from '@/ui/card';
import { List } from '@/ui/list';
import { Page } from '@/ui/page';
import { Tabs } from '@/ui/tabs';
import { Facts } from '@/ui/text';

const kinds: readonly GuideKind[] = ['guide', 'rule', 'annual_report'];
const notes: Record<GuideKind, string> = {
  guide: '每个单位公开什么、在哪里看、找谁要。',
  rule: '政务公开怎么做，写在这些制度里。',
  annual_report: '每个单位每年公开了多少、答复了多少。',
};

/** 公开指南, 制度, 年报 of the units. */
export default function GuidesPage() {
  const { kind: asked } = usePageParams();
  const [kind, setKind] = useState<GuideKind>(kinds.find(one => one === asked) ?? 'guide');
  const query = useInfiniteQuery(guides(kind));
  return (
    <Page
      title={guideWords[kind]}
      isTitleHeading
      head={
        <Tabs
          label="看哪一样"
          items={kinds.map(value => ({ value, label: guideWords[value] }))}
          value={kind}
          onChange={setKind}
        />
      }
    >
      <View className="note mt3">{notes[kind]}</View>
      <View className="mt3">
        <List query={query} label={guideWords[kind]} empty={{ title: '还没有公开', detail: '可以打电话问问' }}>
          {guide => (
            <Row
              title={guide.title}
              detail={
                <Facts className="">
                  {guide.unit.name}
                  {sayDate(guide.publishedOn, now())}
                </Facts>
              }
              onPress={() => void open('guide', { id: guide.id })}
            />
          )}
        </List>
      </View>
    </Page>
  );
}
