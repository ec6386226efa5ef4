import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { consultations } from '@/features/consultations/api';
import type { ConsultationState } from '@/features/consultations/api';
import { ConsultationCard } from '@/features/consultations/consultation-card';
import { open } from '@/lib/navigation';
import { Card, Row } from '@/ui/card';
import { List } from '@/ui/list';
import { Page } from '@/ui/page';
import { Tabs } from '@/ui/tabs';
import { Heading } from '@/ui/text';

const states = [
  { value: 'open', label: '正在问你' },
  { value: 'closed', label: '等结果' },
  { value: 'answered', label: '有结果' },
] as const;

const empty: Record<ConsultationState, { title: string; detail: string }> = {
  open: { title: '现在没有在问的', detail: '看看「有结果」，之前说的都有了下落' },
  closed: { title: '没有在等结果的', detail: '看看「正在问你」' },
  answered: { title: '还没有公布过结果', detail: '征集结束后，条条都答复' },
};

/** Consultations by state, each titled by its plain question. */
export default function ParticipationPage() {
  const [state, setState] = useState<ConsultationState>('open');
  const query = useInfiniteQuery(consultations(state));
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
      <Card className="tight rows mt3">
        <Row
          icon="inbox"
          title="网上民声"
          detail="想问的、要求助的，看看答复，也可以留言"
          onPress={() => void open('enquiries')}
        />
        <Row icon="people" title="会议" detail="可以报名去听、去说" onPress={() => void open('meetings')} />
        <Row icon="list" title="问卷" detail="几分钟，不记名" onPress={() => void open('surveys')} />
        <Row icon="comment" title="我的意见" detail="说过的，到哪一步了" onPress={() => void open('myComments')} />
        <Row
          icon="list"
          title="年度决策目录"
          detail="今年要定哪些大事，各到哪一步了"
          onPress={() => void open('decisions')}
        />
      </Card>
      <List key={state} query={query} label="征集" className="draft-list" empty={empty[state]}>
        {consultation => <ConsultationCard consultation={consultation} />}
      </List>
    </Page>
  );
}
