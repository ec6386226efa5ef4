import { View } from '@tarojs/components';
import type { RouteAnswer } from '@bandeng/contracts/types';
import { sayDate, sayDaysLeft } from '@bandeng/rules';
import { now } from '@/lib/clock';
import { open } from '@/lib/navigation';
import { Press } from '@/ui/press';
import { Facts, Heading } from '@/ui/text';

type Row = RouteAnswer<'surveys.list'>['items'][number];

function timeWords({ state, closesAt, resultAt }: Row): string {
  if (state === 'open') return sayDaysLeft(closesAt, now());
  return resultAt ? `${sayDate(resultAt, now())}公布了结果` : '截止了，等结果';
}

/** A questionnaire in a list: what it is about, how long it takes, how long it can be answered. */
export function SurveyCard({ survey }: { survey: Row }) {
  const { id, title, unit, state, questionCount } = survey;
  return (
    <Press
      role="link"
      className="card cons-card"
      onPress={() => void open(state === 'answered' ? 'surveyResult' : 'survey', { id })}
    >
      <Heading level={2}>{title}</Heading>
      <Facts>
        {unit.name}
        {`${questionCount} 道题`}
        不记名
      </Facts>
      <View className="strong wood mt2">{timeWords(survey)}</View>
    </Press>
  );
}
