import { View } from '@tarojs/components';
import type { Guide } from '@bandeng/contracts/types';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { now } from '@/lib/clock';
import { open } from '@/lib/navigation';
import { sayDate } from '@bandeng/rules';
import { Button } from '@/ui/button';
import { Row } from '@/ui/card';
import { List } from '@/ui/list';
import { Facts } from '@/ui/text';
import { guides, units } from './api';
import { guideWords } from './words';

const published = ({ publishedOn }: Guide) => `${sayDate(publishedOn, now())}公开`;

/** 公开制度: what each rules, in a line. */
export function RuleList() {
  const query = useInfiniteQuery(guides('rule'));
  return (
    <List query={query} label={guideWords.rule} empty={{ title: '还没有公开', detail: '到「问一问」里打电话问' }}>
      {guide => (
        <Row
          title={guide.title}
          detail={
            <>
              <View>{guide.summary}</View>
              <Facts className="">
                {guide.unit.name}
                {published(guide)}
              </Facts>
            </>
          }
          onPress={() => void open('guide', { id: guide.id })}
        />
      )}
    </List>
  );
}

interface ReportListProps {
  unit: string | undefined;
  onPickUnit: () => void;
  onShowAll: () => void;
}

/** 公开年报, newest first: of every unit, or of one. */
export function ReportList({ unit, onPickUnit, onShowAll }: ReportListProps) {
  const query = useInfiniteQuery(guides('annual_report', unit));
  const { data: unitList = [] } = useQuery(units());
  return (
    <>
      <View className="line between wrap">
        <View className="note">{unitList.find(({ id }) => id === unit)?.name ?? '全部单位'}</View>
        <Button look="plain" icon="list" onPress={onPickUnit}>
          换个单位
        </Button>
      </View>
      <List
        query={query}
        label={guideWords.annual_report}
        empty={{
          title: '还没有公开',
          detail: unit ? '看看别的单位' : '到「问一问」里打电话问',
          ...(unit && { action: { text: '看全部单位', onPress: onShowAll } }),
        }}
      >
        {guide => (
          <Row
            title={guide.year === null ? guide.title : guide.unit.name}
            value={guide.year === null ? undefined : `${guide.year}年`}
            detail={published(guide)}
            onPress={() => void open('guide', { id: guide.id })}
          />
        )}
      </List>
    </>
  );
}
