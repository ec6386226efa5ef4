import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { now } from '@/lib/clock';
import { open } from '@/lib/navigation';
import { readingList } from '@/lib/reads';
import { sayDaysLeft } from '@/lib/time';
import { Row } from '@/ui/card';
import { List } from '@/ui/list';
import { Page } from '@/ui/page';
import { Tabs } from '@/ui/tabs';
import { Facts, Heading } from '@/ui/text';

const states = [
  { value: 'open', label: '正在问你' },
  { value: 'closed', label: '等结果' },
  { value: 'answered', label: '有结果' },
] as const;
type State = (typeof states)[number]['value'];

/** Consultations by state. */
export default function ParticipationPage() {
  const [state, setState] = useState<State>('open');
  const query = useInfiniteQuery(readingList('consultations.list', { query: { state } }));
  return (
    <Page
      tab="participation"
      lead={
        <Heading level={1} className="nav-title big">
          提意见
        </Heading>
      }
      head={<Tabs label="到哪一步" items={states} value={state} onChange={setState} />}
    >
      <List
        query={query}
        label="征集"
        className="card tight rows mt3"
        empty={{ title: '现在没有', detail: '看看别的状态' }}
      >
        {consultation => (
          <Row
            title={consultation.question}
            detail={
              <Facts className="">
                {consultation.unit.name}
                {state === 'open' ? sayDaysLeft(consultation.closesAt, now()) : ''}
              </Facts>
            }
            onPress={() => void open('consultation', { id: consultation.id })}
          />
        )}
      </List>
    </Page>
  );
}
