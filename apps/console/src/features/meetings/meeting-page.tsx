import type { StaffMeeting } from '@bandeng/contracts/types';
import { useQuery } from '@tanstack/react-query';
import { Tabs } from 'antd';
import { useParams } from 'react-router';
import { api } from '../../lib/http';
import { publicMeeting } from '../../lib/public-page';
import { useFilters } from '../../lib/use-filters';
import { Page } from '../../ui/page';
import { PublicLink } from '../../ui/public-link';
import { RecordHistory } from '../../ui/record-history';
import { Loaded } from '../../ui/state';
import { MeetingActs } from './meeting-acts';
import { MeetingFacts } from './meeting-facts';
import { MinutesTab } from './minutes-tab';
import { ResolutionsTab } from './resolutions-tab';
import { SignUpsTab } from './sign-ups-tab';
import { KIND_NAMES, STATE_NAMES } from './words';

/** One meeting: who comes, what was said, what was agreed on. */
export function MeetingPage() {
  const { id = '' } = useParams();
  const query = useQuery({
    queryKey: ['meeting', id],
    queryFn: () => api.call('staff.meetings.get', { params: { id }, query: {} }),
  });
  const { data } = query;
  return (
    <Page
      title={data?.title ?? '会议'}
      note={data && `${KIND_NAMES[data.kind]} · ${data.unit.name} · ${STATE_NAMES[data.state]}`}
      actions={
        data && (
          <>
            {data.publishedAt !== null && <PublicLink to={publicMeeting(id)}>看大家看到的</PublicLink>}
            <MeetingActs meeting={data} />
          </>
        )
      }
    >
      <Loaded query={query}>{meeting => <Sections meeting={meeting} />}</Loaded>
    </Page>
  );
}

function Sections({ meeting }: { meeting: StaffMeeting }) {
  const filters = useFilters();
  const { id, counts, state, resolutions } = meeting;
  const hasBegun = state === 'held' || state === 'recorded';
  return (
    <Tabs
      activeKey={filters.get('tab') ?? 'facts'}
      destroyOnHidden
      onChange={tab => filters.set({ tab, state: undefined })}
      items={[
        { key: 'facts', label: '会议', children: <MeetingFacts meeting={meeting} /> },
        {
          key: 'people',
          label: counts.waiting > 0 ? `人 ${counts.accepted}（${counts.waiting} 人等答复）` : `人 ${counts.accepted}`,
          children: <SignUpsTab meeting={meeting} />,
        },
        ...(hasBegun
          ? [
              { key: 'minutes', label: '记录', children: <MinutesTab meeting={meeting} /> },
              {
                key: 'resolutions',
                label: `定下的事 ${resolutions.length}`,
                children: <ResolutionsTab meeting={meeting} />,
              },
            ]
          : []),
        { key: 'history', label: '经过', children: <RecordHistory collection="meetings" id={id} /> },
      ]}
    />
  );
}
