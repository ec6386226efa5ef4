import type { PublishingProposal, RouteCall } from '@bandeng/contracts/types';
import { sayDate } from '@bandeng/rules';
import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, Select, Space, Tag } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { api } from '../../lib/http';
import { listAll } from '../../lib/list-all';
import { publicNotice } from '../../lib/public-page';
import { useFilters } from '../../lib/use-filters';
import { useList } from '../../lib/use-list';
import { ActForm } from '../../ui/act-form';
import { ListTable } from '../../ui/list-table';
import { Page } from '../../ui/page';
import { PublicLink } from '../../ui/public-link';
import { required } from './form-parts';

type Row = PublishingProposal;
type State = Row['state'];

const STATES: Record<State, string> = { open: '等着定', accepted: '采纳了', declined: '不公开' };
const ORIGINS: Record<Row['origin'], string> = { measured: '好几个人要过', suggested: '申请人建议' };

/** Art. 44: what several people asked for, or one suggests; one click to a draft of a notice, or no, with the reason. */
export function PublishingPage() {
  const filters = useFilters();
  const state = (filters.get('state') as State | undefined) ?? 'open';
  const [act, setAct] = useState<{ name: 'accept' | 'decline'; row: Row }>();
  const list = useList<Row>(['publishing', state], cursor =>
    api.call('staff.publishing.list', { query: { limit: 50, cursor, state } }),
  );
  const Act = act && { accept: Accept, decline: Decline }[act.name];
  return (
    <Page
      title="主动公开的建议"
      note="好几个人要同样的、可以公开的信息，可以主动公开（条例第四十四条）。像不像是系统量的，公不公开由人定"
      actions={<Link to="/information-requests">依申请公开</Link>}
    >
      <div className="filters">
        <Select
          aria-label="定了没有"
          style={{ width: 160 }}
          value={state}
          onChange={(value: State) => filters.set({ state: value === 'open' ? undefined : value })}
          options={Object.entries(STATES).map(([value, label]) => ({ value, label }))}
        />
      </div>
      <ListTable
        label="主动公开的建议"
        nothing={state === 'open' ? '没有等着定的' : '没有这样的'}
        list={list}
        columns={[
          {
            title: '要的信息',
            render: (_, { words, origin, applicants, openedAt }) => (
              <>
                <div>{words.title}</div>
                <div className="quiet">
                  <Tag>{ORIGINS[origin]}</Tag> {applicants} 个申请人 · {sayDate(openedAt, new Date())}
                </div>
              </>
            ),
          },
          { title: '申请', render: (_, { cases }) => <Cases cases={cases} /> },
          { title: '结果', render: (_, row) => <Result row={row} act={name => setAct({ name, row })} /> },
        ]}
      />
      {Act && <Act row={act.row} close={() => setAct(undefined)} />}
    </Page>
  );
}

function Cases({ cases }: Pick<Row, 'cases'>) {
  return (
    <ul className="plain-list">
      {cases.map(({ id, number, name, statusText, isGiven, suggestion }) => (
        <li key={id}>
          <Link className="inline-link" to={`/information-requests/${id}`}>
            {number}
          </Link>{' '}
          {name}
          <div className="quiet">
            {[
              isGiven ? '给了' : statusText,
              suggestion && `建议主动公开${suggestion.reason ? `：${suggestion.reason}` : ''}`,
            ]
              .filter(Boolean)
              .join(' · ')}
          </div>
        </li>
      ))}
    </ul>
  );
}

function Result({ row, act }: { row: Row; act: (name: 'accept' | 'decline') => void }) {
  const { abilities, settled, draftId, noticeId, state, words } = row;
  if (abilities?.settle)
    return (
      <Space wrap>
        <Button type="primary" size="small" aria-label={`公开：${words.title}`} onClick={() => act('accept')}>
          公开
        </Button>
        <Button size="small" aria-label={`不公开：${words.title}`} onClick={() => act('decline')}>
          不公开
        </Button>
      </Space>
    );
  return (
    <>
      <Tag>{STATES[state]}</Tag>
      {settled && (
        <div className="quiet">
          {[settled.by, sayDate(settled.at, new Date()), settled.reason].filter(Boolean).join(' · ')}
        </div>
      )}
      {noticeId ? (
        <PublicLink to={publicNotice(noticeId)}>公开的信息</PublicLink>
      ) : (
        draftId && <Link to={`/notices/drafts/${draftId}`}>草稿</Link>
      )}
    </>
  );
}

interface FormProps {
  row: Row;
  close: () => void;
}

type Words = Omit<RouteCall<'staff.publishing.accept'>['body'], 'draftId'>;

/** The words of the answer without names, to be read once more; it becomes a draft that goes the way of every draft. */
function Accept({ row: { id, words }, close }: FormProps) {
  const [draftId] = useState(() => crypto.randomUUID());
  const columns = useQuery({
    queryKey: ['columns'],
    queryFn: () => listAll(cursor => api.call('columns.list', { query: { limit: 100, cursor } })),
  });
  return (
    <ActForm<Words, unknown>
      title="写成公开信息的草稿"
      submit="写成草稿"
      done="草稿写好了，在“写和审”里接着走；建议的人会收到消息"
      initial={words}
      close={close}
      work={body => api.call('staff.publishing.accept', { params: { id }, body: { ...body, draftId } })}
    >
      <Form.Item name="title" label="标题" rules={required('请写标题')}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="columnId" label="放在哪个栏目" rules={[{ required: true, message: '请选栏目' }]}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          loading={columns.isLoading}
          options={(columns.data ?? []).map(({ id: value, name }) => ({ value, label: name }))}
        />
      </Form.Item>
      <Form.Item name="text" label="正文（姓名、住址、电话都去掉；来源会写在最后）" rules={required('请写正文')}>
        <Input.TextArea rows={10} maxLength={10000} showCount />
      </Form.Item>
    </ActForm>
  );
}

function Decline({ row: { id }, close }: FormProps) {
  return (
    <ActForm<{ reason: string }, unknown>
      title="不主动公开"
      submit="定下来"
      done="定下来了，建议的人会收到消息"
      close={close}
      work={body => api.call('staff.publishing.decline', { params: { id }, body })}
    >
      <Form.Item name="reason" label="为什么（建议的人看得到）" rules={required('请写明理由')}>
        <Input.TextArea rows={3} maxLength={500} showCount autoFocus />
      </Form.Item>
    </ActForm>
  );
}
