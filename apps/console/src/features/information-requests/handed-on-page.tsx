import { HANDED_ON_STATE_LABELS } from '@bandeng/contracts/routes';
import type { HandedOn, RouteCall } from '@bandeng/contracts/types';
import { sayDate, sayExactly } from '@bandeng/rules';
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Card, Descriptions, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { api } from '../../lib/http';
import { optionsOf } from '../../lib/options-of';
import { required } from '../../lib/required';
import { ActForm } from '../../ui/act-form';
import { AgreedAtDoor } from '../../ui/agreed-at-door';
import { Page } from '../../ui/page';
import { RecordHistory } from '../../ui/record-history';
import { Revealed } from '../../ui/revealed';
import { Loaded } from '../../ui/state';
import { HANDED_ON_ENDS } from './handed-on-words';
import { COUNTER_METHODS } from './words';

/** Somebody who wants information: call them, then register it or say why not. */
export function HandedOnPage() {
  const { id = '' } = useParams();
  const query = useQuery({
    queryKey: ['handed-on', id],
    queryFn: () => api.call('staff.handedOn.get', { params: { id } }),
  });
  const { data } = query;
  return (
    <Page
      title={data?.wanted ?? '转交的'}
      note={data && `网格员转交 · ${HANDED_ON_STATE_LABELS[data.state]}`}
      actions={data?.abilities.end === true && <Acts id={id} />}
    >
      <Loaded query={query}>{handedOn => <Facts handedOn={handedOn} />}</Loaded>
    </Page>
  );
}

function Acts({ id }: { id: string }) {
  const navigate = useNavigate();
  const [isClosing, setClosing] = useState(false);
  return (
    <>
      <Button onClick={() => setClosing(true)}>不成为申请</Button>
      <Button type="primary" onClick={() => void navigate(`/information-requests/counter?handedOn=${id}`)}>
        核实好了，登记申请
      </Button>
      {isClosing && <CloseForm id={id} close={() => setClosing(false)} />}
    </>
  );
}

function CloseForm({ id, close }: { id: string; close: () => void }) {
  return (
    <ActForm<RouteCall<'staff.handedOn.close'>['body'], unknown>
      title="为什么不成为申请"
      submit="记下"
      done="记下了"
      close={close}
      work={body => api.call('staff.handedOn.close', { params: { id }, body })}
    >
      <Form.Item name="reason" label="原因" rules={required('选一个原因')}>
        <Select options={optionsOf(HANDED_ON_ENDS)} />
      </Form.Item>
      <Form.Item
        name="note"
        label="写明经过"
        extra="联系不上的，写哪几天打过，网格员会去告诉本人；当场答复的，写答复了什么"
        rules={required('请写明经过')}
      >
        <Input.TextArea rows={3} maxLength={500} showCount />
      </Form.Item>
    </ActForm>
  );
}

function Facts({ handedOn }: { handedOn: HandedOn }) {
  const { id, wanted, method, unit, heardOn, receivedAt, confirmBy, contact, request, closing, abilities } = handedOn;
  const look = (field: 'name' | 'phone') => async (reason: string) =>
    (await api.call('staff.handedOn.reveal', { params: { id }, body: { field, reason } })).value;
  const ofPerson = (['name', 'phone'] as const).flatMap(field => {
    const masked = contact[field];
    if (masked === null) return [];
    const children = <Revealed masked={masked} allowed={abilities.reveal === true} look={look(field)} />;
    return [{ key: field, label: field === 'name' ? '姓名' : '电话', children }];
  });
  return (
    <div className="columns">
      <div className="stack">
        {confirmBy && (
          <Alert
            type="info"
            showIcon
            title={`打电话和本人核实，最晚 ${sayDate(confirmBy, new Date())}`}
            description="还不是申请，不计时。核实时问清证件、要什么、怎么拿，读给本人听；核实那天就是收到之日（第三十一条）。"
          />
        )}
        {request && (
          <Alert
            type="success"
            showIcon
            title={
              <>
                登记成申请了：
                <Link className="inline-link" to={`/information-requests/${request.id}`}>
                  {request.number}
                </Link>
              </>
            }
          />
        )}
        {closing && (
          <Alert
            type="warning"
            showIcon
            title={`${HANDED_ON_ENDS[closing.reason]}，${sayDate(closing.on, new Date())}`}
            description={closing.note}
          />
        )}
        <Card title={<h2 className="card-title">本人说的</h2>}>
          <p className="prose">{wanted}</p>
          <Descriptions
            column={1}
            items={[
              ...ofPerson,
              { key: 'method', label: '想怎么拿到', children: method ? COUNTER_METHODS[method] : '没有说' },
              { key: 'heard', label: '哪天说的', children: sayDate(heardOn, new Date()) },
              { key: 'received', label: '收到', children: sayExactly(receivedAt) },
              { key: 'unit', label: '单位', children: unit.name },
              ...(abilities.reveal ? [{ key: 'agreed', label: '本人同意', children: <AgreedAtDoor id={id} /> }] : []),
            ]}
          />
        </Card>
      </div>
      <RecordHistory collection="handedOnRequests" id={id} />
    </div>
  );
}
