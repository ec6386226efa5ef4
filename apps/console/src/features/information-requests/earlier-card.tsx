import type { InformationRequest, RouteAnswer, RouteCall } from '@bandeng/contracts/types';
import { groundFindings, sayDate, sayExactly } from '@bandeng/rules';
import { useQuery } from '@tanstack/react-query';
import { Button, Card, Checkbox, Form, Input, Radio, Tag } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { api } from '../../lib/http';
import { ActForm } from '../../ui/act-form';
import { Loaded } from '../../ui/state';
import { required } from './form-parts';

type Earlier = RouteAnswer<'staff.informationRequests.earlier'>;
type Ground = Omit<RouteCall<'staff.informationRequests.recordGround'>['body'], 'id'>;

const FINDINGS = Object.entries(groundFindings).map(([value, { label, article }]) => ({
  value,
  label: `${label}（${article}）`,
}));
const when = (date: string) => sayDate(date, new Date());
const saidOf = ({ answeredOn, kinds, statusText }: Earlier['items'][number]) =>
  answeredOn === null ? statusText : `${when(answeredOn)}答复：${kinds.map(({ label }) => label).join('；')}`;

/** What the same applicant asked of this office before, and what an officer found in that: the ground of Art. 36 (6) and Art. 35. */
export function EarlierRequests({ request }: { request: InformationRequest }) {
  const { id, grounds, abilities } = request;
  const [isOpen, setOpen] = useState(false);
  const query = useQuery({
    queryKey: ['request', id, 'earlier'],
    queryFn: () => api.call('staff.informationRequests.earlier', { params: { id }, query: {} }),
  });
  const items = query.data?.items ?? [];
  if (query.data && items.length === 0) return null;
  return (
    <Card
      title={<h2 className="card-title">同一申请人以前的申请</h2>}
      extra={abilities?.recordGround && items.length > 0 && <Button onClick={() => setOpen(true)}>记下认定</Button>}
    >
      <Loaded query={query}>{data => <Counts data={data} />}</Loaded>
      {grounds.map(({ id: key, at, by, finding, note, cases, countInMonth, countInYear }) => (
        <section key={key} className="proposal">
          <h3 className="proposal-title">
            认定：{groundFindings[finding].label}（{groundFindings[finding].article}）
          </h3>
          <p className="prose">{note}</p>
          <ul>
            {cases.map(one => (
              <li key={one.id}>
                {one.number} {one.name}（相似 {one.likeness}%）
                {one.answeredOn && `，${when(one.answeredOn)}答复`}
              </li>
            ))}
          </ul>
          <p className="quiet">
            当时本月第 {countInMonth} 件、今年第 {countInYear} 件 · {by}，{sayExactly(at)}
          </p>
        </section>
      ))}
      {isOpen && query.data && <RecordGround id={id} items={items} close={() => setOpen(false)} />}
    </Card>
  );
}

function Counts({ data: { counts, items } }: { data: Earlier }) {
  return (
    <>
      <p>
        本月第 {counts.month} 件，今年第 {counts.year} 件{counts.pages > 0 && `，已经给过 ${counts.pages} 页`}。
      </p>
      <p className="quiet">相似按用词算，只用来排先后；是不是重复、过不过分，由你看了再认定。</p>
      <ul className="plain-list">
        {items.slice(0, 10).map(one => (
          <li key={one.id}>
            <Link to={`/information-requests/${one.id}`}>{one.name}</Link>{' '}
            <Tag color={one.likeness >= 60 ? 'warning' : 'default'}>相似 {one.likeness}%</Tag>
            <div className="quiet">
              {one.number} · {sayExactly(one.submittedAt)}交 · {saidOf(one)}
              {one.pages > 0 && ` · ${one.pages} 页`}
            </div>
          </li>
        ))}
      </ul>
      {items.length > 10 && <p className="quiet">还有 {items.length - 10} 件，记认定时都能选。</p>}
    </>
  );
}

function RecordGround({ id, items, close }: { id: string; items: Earlier['items']; close: () => void }) {
  const [groundId] = useState(() => crypto.randomUUID());
  return (
    <ActForm<Ground, unknown>
      title="记下认定和它的依据"
      submit="记下"
      done="记下了，选的几件按现在的样子留在办件里"
      initial={{ finding: 'repeated', caseIds: [], note: '' }}
      close={close}
      work={body =>
        api.call('staff.informationRequests.recordGround', { params: { id }, body: { id: groundId, ...body } })
      }
    >
      <p className="quiet">这一步只留依据，不拒绝谁：重复申请还要拟答复报批；数量、频次过多的，先请申请人说明理由。</p>
      <Form.Item name="finding" label="认定">
        <Radio.Group options={FINDINGS} />
      </Form.Item>
      <Form.Item name="caseIds" label="依据哪几件" rules={[{ required: true, message: '先选出是哪几件' }]}>
        <Checkbox.Group
          options={items.map(one => ({
            value: one.id,
            label: `${one.number} ${one.name}（相似 ${one.likeness}%，${saidOf(one)}）`,
          }))}
        />
      </Form.Item>
      <Form.Item name="note" label="怎么认定的" rules={required('请写明怎么认定的')}>
        <Input.TextArea rows={3} maxLength={500} showCount />
      </Form.Item>
    </ActForm>
  );
}
