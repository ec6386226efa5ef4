import { View } from '@tarojs/components';
import { useQuery } from '@tanstack/react-query';
import { sayDate } from '@bandeng/rules';
import { surveyResult } from '@/features/surveys/api';
import { ResultCard } from '@/features/surveys/result-card';
import { now } from '@/lib/clock';
import { usePageParams } from '@/lib/page-params';
import { Page } from '@/ui/page';
import { Loaded } from '@/ui/states';
import { NoticeBar } from '@/ui/tag';
import { Facts, Heading } from '@/ui/text';

/** What became of a questionnaire: what the unit says, then question by question. */
export default function SurveyResultPage() {
  const { id = '' } = usePageParams();
  const query = useQuery(surveyResult(id));
  return (
    <Page title="问卷的结果">
      <Loaded query={query} lines={12}>
        {({ title, unit, responses, publishedAt, summary, questions }) => (
          <>
            <Heading level={1}>{title}</Heading>
            <Facts className="note mt1">
              {unit.name}
              {`${responses} 份答卷`}
              {publishedAt ? `${sayDate(publishedAt, now())}公布` : ''}
            </Facts>
            {summary && <View className="pre-line mt2">{summary}</View>}
            {questions.map((question, at) => (
              <ResultCard key={question.id} surveyId={id} question={question} number={at + 1} />
            ))}
            <NoticeBar icon="lock" className="mt3">
              数字由答卷算出。分开看会出现不到 5 个人的数，就不分开，免得认出是谁。
            </NoticeBar>
          </>
        )}
      </Loaded>
    </Page>
  );
}
