import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { meetings } from '@/features/meetings/api';
import { MeetingCard } from '@/features/meetings/meeting-card';
import { open } from '@/lib/navigation';
import { Card, Row } from '@/ui/card';
import { List } from '@/ui/list';
import { Page } from '@/ui/page';
import { Tabs } from '@/ui/tabs';

const whens = [
  { value: 'coming', label: '要开的' },
  { value: 'past', label: '开过的' },
] as const;

const empty = {
  coming: { title: '现在没有要开的会', detail: '看看「开过的」定了什么' },
  past: { title: '还没有开过会', detail: '看看「要开的」，可以报名' },
} as const;

/** Meetings one can come to, and what came of those that were. */
export default function MeetingsPage() {
  const [when, setWhen] = useState<'coming' | 'past'>('coming');
  const query = useInfiniteQuery(meetings(when));
  return (
    <Page title="会议" isTitleHeading head={<Tabs label="哪些会议" items={whens} value={when} onChange={setWhen} />}>
      <Card className="tight mt3">
        <Row icon="person" title="我的报名" detail="报过的，能不能去" onPress={() => void open('mySignUps')} />
      </Card>
      <List key={when} query={query} label="会议" className="draft-list" empty={empty[when]}>
        {meeting => <MeetingCard meeting={meeting} />}
      </List>
    </Page>
  );
}
