import { View } from '@tarojs/components';
import type { InformationRequest } from '@bandeng/contracts/types';
import { now } from '@/lib/clock';
import { sayDate, sayWeekday } from '@bandeng/rules';
import { Card } from '@/ui/card';

/** 下一步: who, a verb, 最晚 and the date, what is left (UI.md 11). */
export function NextStepCard({ request }: { request: InformationRequest }) {
  const { who, what, dueOn, remaining } = request.nextStep;
  const isOver = request.status === 'decided' || request.status === 'withdrawn' || request.status === 'lapsed';
  return (
    <Card className="next-step mt3" label="下一步">
      {!isOver && <View className="note">下一步，轮到{who}</View>}
      <View className="h2">{isOver ? request.statusText : what}</View>
      {isOver && <View className="mt1">{what}</View>}
      {dueOn && (
        <View className="line base wrap mt1">
          <View>最晚</View>
          <View className="h2 brand">{sayDate(dueOn, now())}</View>
          <View className="note">
            {sayWeekday(dueOn)}
            {remaining ? `，${remaining}` : ''}
          </View>
        </View>
      )}
    </Card>
  );
}
