import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { frequentEnquiries, publicEnquiries, type EnquiryKind } from '@/features/enquiries/api';
import { now } from '@/lib/clock';
import { open } from '@/lib/navigation';
import { sayDate } from '@bandeng/rules';
import { Button } from '@/ui/button';
import { Card, Row, Section } from '@/ui/card';
import { List } from '@/ui/list';
import { Page } from '@/ui/page';
import { Tabs } from '@/ui/tabs';
import { Tag } from '@/ui/tag';
import { Facts } from '@/ui/text';

const kinds = [
  { value: 'all', label: '全部' },
  { value: 'question', label: '咨询' },
  { value: 'help', label: '求助' },
  { value: 'suggestion', label: '建议' },
  { value: 'complaint', label: '投诉' },
] as const;

/** 网上民声: what others asked and was answered, for everybody. */
export default function EnquiriesPage() {
  const [kind, setKind] = useState<EnquiryKind | 'all'>('all');
  const query = useInfiniteQuery(publicEnquiries(kind === 'all' ? undefined : kind));
  const start = () => void open('enquiryForm');
  return (
    <Page
      title="网上民声"
      isTitleHeading
      head={<Tabs label="哪一种" items={kinds} value={kind} onChange={setKind} />}
      bar={
        <Button look="filled" wide icon="pencil" onPress={start}>
          我要留言
        </Button>
      }
    >
      <Card className="tight rows mt2">
        <Row
          icon="search"
          title="搜一搜"
          detail="别人问过的，也许已经答复了"
          onPress={() => void open('search', { kind: 'enquiry' })}
        />
        <Row icon="comment" title="我的留言" detail="问过的，到哪一步了" onPress={() => void open('myEnquiries')} />
      </Card>
      <Frequent />
      <List
        key={kind}
        query={query}
        label="网上民声"
        className="card tight rows mt3"
        empty={{ title: '还没有公开的', detail: '有话就说，几个工作日内答复' }}
      >
        {({ id, title, outcomeText, unit, answeredAt }) => (
          <Row
            title={title}
            detail={
              <Facts className="">
                {unit.name}
                {sayDate(answeredAt, now())}
              </Facts>
            }
            value={<Tag>{outcomeText}</Tag>}
            onPress={() => void open('enquiry', { id })}
          />
        )}
      </List>
    </Page>
  );
}

/** What is often asked, chosen by the office. */
function Frequent() {
  const items = useQuery(frequentEnquiries()).data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Section title="常见问题">
      <Card className="tight rows">
        {items.map(({ id, title, unit }) => (
          <Row key={id} icon="question" title={title} detail={unit.name} onPress={() => void open('enquiry', { id })} />
        ))}
      </Card>
    </Section>
  );
}
