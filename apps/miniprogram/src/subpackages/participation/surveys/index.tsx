import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { surveys } from '@/features/surveys/api';
import type { SurveyState } from '@/features/surveys/api';
import { SurveyCard } from '@/features/surveys/survey-card';
import { List } from '@/ui/list';
import { Page } from '@/ui/page';
import { Tabs } from '@/ui/tabs';

const states = [
  { value: 'open', label: '可以答' },
  { value: 'closed', label: '等结果' },
  { value: 'answered', label: '有结果' },
] as const;

const empty: Record<SurveyState, { title: string; detail: string }> = {
  open: { title: '现在没有问卷', detail: '有了会放在这里' },
  closed: { title: '没有在等结果的', detail: '看看「可以答」' },
  answered: { title: '还没有公布过结果', detail: '截止以后，数字和写的话一起公布' },
};

/** Questionnaires by state. */
export default function SurveysPage() {
  const [state, setState] = useState<SurveyState>('open');
  const query = useInfiniteQuery(surveys(state));
  return (
    <Page title="问卷" isTitleHeading head={<Tabs label="到哪一步" items={states} value={state} onChange={setState} />}>
      <List key={state} query={query} label="问卷" className="draft-list" empty={empty[state]}>
        {survey => <SurveyCard survey={survey} />}
      </List>
    </Page>
  );
}
