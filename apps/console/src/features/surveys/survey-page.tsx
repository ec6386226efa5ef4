import type { StaffSurvey } from '@bandeng/contracts/types';
import { useQuery } from '@tanstack/react-query';
import { Button, Popconfirm, Tabs } from 'antd';
import { useNavigate, useParams } from 'react-router';
import { api } from '../../lib/http';
import { publicSurvey } from '../../lib/public-page';
import { useAct } from '../../lib/use-act';
import { useFilters } from '../../lib/use-filters';
import { DiscardButton } from '../../ui/discard-button';
import { Page } from '../../ui/page';
import { PublicLink } from '../../ui/public-link';
import { RecordHistory } from '../../ui/record-history';
import { Loaded } from '../../ui/state';
import { ResultTab } from './result-tab';
import { SurveyFacts } from './survey-facts';
import { TextsTab } from './texts-tab';
import { STATE_NAMES } from './words';

/** One questionnaire: what is asked, what was written, what was counted. */
export function SurveyPage() {
  const { id = '' } = useParams();
  const query = useQuery({
    queryKey: ['survey', id],
    queryFn: () => api.call('staff.surveys.get', { params: { id }, query: {} }),
  });
  const { data } = query;
  return (
    <Page
      title={data?.title ?? '问卷'}
      note={data && `${data.unit.name} · ${STATE_NAMES[data.state]}`}
      actions={
        data && (
          <>
            {data.state !== 'draft' && <PublicLink to={publicSurvey(id)}>看大家看到的</PublicLink>}
            <Acts survey={data} />
          </>
        )
      }
    >
      <Loaded query={query}>{survey => <Sections survey={survey} />}</Loaded>
    </Page>
  );
}

function Acts({ survey: { id, revision, abilities = {} } }: { survey: StaffSurvey }) {
  const navigate = useNavigate();
  const publish = useAct(() => api.call('staff.surveys.publish', { params: { id } }), '发布了，到日子大家就能答');
  return (
    <>
      {abilities.edit && <Button onClick={() => void navigate(`/surveys/${id}/edit`)}>接着写</Button>}
      {abilities.discard && (
        <DiscardButton
          what="这份问卷"
          list="/surveys"
          work={() => api.call('staff.surveys.discard', { params: { id }, body: { revision } })}
        />
      )}
      {abilities.publish && (
        <Popconfirm
          title="现在发布？"
          description="发布以后题目不能再改。第一天已经过了，就从今天起算。"
          okText="发布"
          cancelText="先不"
          onConfirm={() => publish.mutate(undefined)}
        >
          <Button type="primary" loading={publish.isPending}>
            发布问卷
          </Button>
        </Popconfirm>
      )}
    </>
  );
}

function Sections({ survey }: { survey: StaffSurvey }) {
  const filters = useFilters();
  const { id, responseCount, waitingTexts } = survey;
  return (
    <Tabs
      activeKey={filters.get('tab') ?? 'facts'}
      destroyOnHidden
      onChange={tab => filters.set({ tab, review: undefined })}
      items={[
        { key: 'facts', label: '问了什么', children: <SurveyFacts survey={survey} /> },
        {
          key: 'texts',
          label: waitingTexts > 0 ? `写的话（${waitingTexts} 段没看）` : '写的话',
          children: <TextsTab survey={survey} />,
        },
        { key: 'result', label: `结果 ${responseCount} 份`, children: <ResultTab survey={survey} /> },
        { key: 'history', label: '经过', children: <RecordHistory collection="surveys" id={id} /> },
      ]}
    />
  );
}
