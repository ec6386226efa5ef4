import { View } from '@tarojs/components';
import { useQuery } from '@tanstack/react-query';
import { now } from '@/lib/clock';
import { usePageParams } from '@/lib/page-params';
import { reading } from '@/lib/reads';
import { sayDaysLeft, sayDeadline, windowProgress } from '@/lib/time';
import { Bench } from '@/ui/bench';
import { Blocks } from '@/ui/blocks';
import { Page } from '@/ui/page';
import { Loaded } from '@/ui/states';
import { Facts, Heading } from '@/ui/text';

/** One consultation: the question, the days left, the background. */
export default function ConsultationPage() {
  const { id = '' } = usePageParams();
  const query = useQuery(reading('consultations.get', { params: { id }, query: {} }));
  return (
    <Page title="征集" tone="wood">
      <Loaded query={query}>
        {({ question, title, unit, opensOn, closesOn, closesAt, commentCount, background }) => (
          <>
            <Heading level={1}>{question}</Heading>
            <Facts className="note mt1">
              {title}
              {unit.name}
            </Facts>
            <View className="mt3">
              <Bench {...windowProgress(opensOn, closesOn, now())} comments={commentCount} seat="none" />
            </View>
            <View className="line base between wrap mt2">
              <View className="strong wood lead">{sayDaysLeft(closesAt, now())}</View>
              <View className="note">{sayDeadline(closesAt, now())} 截止</View>
            </View>
            <View className="mt3">
              <Blocks blocks={background} />
            </View>
          </>
        )}
      </Loaded>
    </Page>
  );
}
