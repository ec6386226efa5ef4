import { useQuery } from '@tanstack/react-query';
import { Tabs } from 'antd';
import { useParams } from 'react-router';
import { api } from '../../lib/http';
import { useFilters } from '../../lib/use-filters';
import { Page } from '../../ui/page';
import { RecordHistory } from '../../ui/record-history';
import { Loaded } from '../../ui/state';
import { CommentDesk } from './comment-desk';
import { ConsultationActs } from './consultation-acts';
import { ConsultationFacts, type Detail } from './consultation-facts';
import { Draft } from './draft';
import { OutcomeTab } from './outcome-tab';
import { VersionsTab } from './versions-tab';
import { isQueue, STATE_NAMES } from './words';

/** One consultation: what is asked, what was said, what is answered, and whether it adds up. */
export function ConsultationPage() {
  const { id = '' } = useParams();
  const query = useQuery({
    queryKey: ['consultation', id],
    queryFn: () => api.call('staff.consultations.get', { params: { id }, query: {} }),
  });
  const { data } = query;
  return (
    <Page
      title={data?.question ?? '征集'}
      note={data && `${data.title} · ${data.unit.name} · ${STATE_NAMES[data.state]}`}
      actions={data && <ConsultationActs consultation={data} />}
    >
      <Loaded query={query}>{consultation => <Sections consultation={consultation} />}</Loaded>
    </Page>
  );
}

/** A queue in the address (the desk links there) opens the comments. */
function Sections({ consultation }: { consultation: Detail }) {
  const filters = useFilters();
  const tab = filters.get('tab') ?? (isQueue(filters.get('queue')) ? 'comments' : 'facts');
  return (
    <Tabs
      activeKey={tab}
      destroyOnHidden
      onChange={next => filters.set({ tab: next, queue: undefined, comment: undefined, q: undefined })}
      items={[
        { key: 'facts', label: '怎么征集的', children: <ConsultationFacts consultation={consultation} /> },
        {
          key: 'draft',
          label: `草案 ${consultation.itemCount} ${consultation.draftKind === 'clauses' ? '条' : '项'}`,
          children: <Draft consultation={consultation} />,
        },
        ...(consultation.draftVersion > 1
          ? [
              {
                key: 'versions',
                label: `各稿 ${consultation.draftVersion}`,
                children: <VersionsTab id={consultation.id} />,
              },
            ]
          : []),
        ...(consultation.abilities?.read === true
          ? [
              {
                key: 'comments',
                label: `意见 ${consultation.commentCount}`,
                children: <CommentDesk consultation={consultation} />,
              },
            ]
          : []),
        { key: 'outcome', label: '账和结果', children: <OutcomeTab consultation={consultation} /> },
        {
          key: 'history',
          label: '经过',
          children: <RecordHistory collection="consultations" id={consultation.id} />,
        },
      ]}
    />
  );
}
