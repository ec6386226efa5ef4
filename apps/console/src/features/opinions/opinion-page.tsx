import type { Opinion } from '@bandeng/contracts/types';
import { sayExactly } from '@bandeng/rules';
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Card, Descriptions, Timeline } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { api } from '../../lib/http';
import { useNow } from '../../lib/use-now';
import { Page } from '../../ui/page';
import { RecordAudit } from '../../ui/record-history';
import { Loaded } from '../../ui/state';
import { DutyText } from './duty-text';
import { ReassignForm } from './reassign-form';
import { STEPS, StepForm, type StepKind } from './step-form';

/** One public-opinion matter: its clock, what was done and when, and what is done next. */
export function OpinionPage({ id }: { id: string }) {
  const query = useQuery({
    queryKey: ['opinion', id],
    queryFn: () => api.call('staff.opinions.get', { params: { id }, query: {} }),
  });
  const { data } = query;
  return (
    <Page
      title={data?.title ?? '舆情'}
      note={data && `${data.gravityText} · ${data.unit.name} · ${data.statusText}`}
      actions={data?.abilities?.step && <Acts opinion={data} />}
    >
      <Loaded query={query}>{opinion => <Facts opinion={opinion} />}</Loaded>
    </Page>
  );
}

function Acts({ opinion }: { opinion: Opinion }) {
  const [kind, setKind] = useState<StepKind>();
  const [isReassigning, setReassigning] = useState(false);
  const next = opinion.duties.find(({ dueAt, doneAt }) => dueAt && !doneAt)?.duty;
  const first: StepKind = next === 'inform' ? 'informed' : next === 'brief' ? 'briefed' : 'closed';
  return (
    <>
      {(Object.keys(STEPS) as StepKind[]).map(name => (
        <Button key={name} type={name === first ? 'primary' : 'default'} onClick={() => setKind(name)}>
          {STEPS[name].label}
        </Button>
      ))}
      {opinion.abilities?.reassign && (
        <Button onClick={() => setReassigning(true)}>
          {opinion.handBackTo ? `交回${opinion.handBackTo.name}` : '改责任单位'}
        </Button>
      )}
      {isReassigning && <ReassignForm opinion={opinion} close={() => setReassigning(false)} />}
      {kind && <StepForm opinion={opinion} kind={kind} close={() => setKind(undefined)} />}
    </>
  );
}

function Facts({ opinion }: { opinion: Opinion }) {
  const { id, duties, clockSource, status, conclusion, source, link, noticedAt, timeline } = opinion;
  const now = useNow();
  const isLate = status === 'open' && duties.some(({ dueAt, doneAt }) => dueAt && !doneAt && Date.parse(dueAt) < +now);
  return (
    <div className="columns">
      <div className="stack">
        {conclusion !== null && <Alert type="success" showIcon title="办结了" description={conclusion} />}
        <Alert
          type={isLate ? 'error' : 'info'}
          showIcon
          title={isLate ? '时限过了' : `${sayExactly(noticedAt)}发现`}
          description={
            <>
              {duties.map(duty => (
                <div key={duty.duty}>
                  {duty.dutyText}：<DutyText duty={duty} now={now} />
                </div>
              ))}
              <div className="quiet">{clockSource}</div>
            </>
          }
        />
        <Card title={<h2 className="card-title">情况</h2>}>
          <Descriptions
            column={1}
            items={[
              { key: 'source', label: '来源', children: source },
              ...(link
                ? [
                    {
                      key: 'link',
                      label: '网址',
                      children: (
                        <a href={link} target="_blank" rel="noreferrer">
                          {link}
                        </a>
                      ),
                    },
                  ]
                : []),
              { key: 'noticed', label: '发现', children: sayExactly(noticedAt) },
              { key: 'unit', label: '责任单位', children: opinion.unit.name },
            ]}
          />
        </Card>
        <RecordAudit collection="opinions" id={id} />
      </div>
      <Card title={<h2 className="card-title">经过</h2>}>
        <Timeline items={timeline.map(step => ({ key: step.id, content: <Step step={step} /> }))} />
      </Card>
    </div>
  );
}

function Step({ step: { title, text, at, recordedAt, by, notice } }: { step: Opinion['timeline'][number] }) {
  const isLater = Date.parse(recordedAt) - Date.parse(at) >= 60_000;
  return (
    <>
      <strong>{title}</strong>
      <div className="quiet">
        {sayExactly(at)} · {by}
        {isLater && ` · ${sayExactly(recordedAt)}记下`}
      </div>
      {notice && (
        <div>
          <Link to={`/notices/${notice.id}`}>{notice.name}</Link>
        </div>
      )}
      {text && <p className="prose">{text}</p>}
    </>
  );
}
