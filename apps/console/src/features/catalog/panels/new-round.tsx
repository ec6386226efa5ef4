import type { RouteCall } from '@bandeng/contracts/types';
import { useQuery } from '@tanstack/react-query';
import { Form, Radio, Select } from 'antd';
import { useState } from 'react';
import { api } from '../../../lib/http';
import { ActForm } from '../../../ui/act-form';
import { DateInput } from '../../../ui/date-input';
import { PANEL_NAMES } from './words';

type Fields = Omit<RouteCall<'staff.rounds.open'>['body'], 'id'>;

/** Who is asked, as what, until when. */
export function NewRound({ editionId, close }: { editionId: string; close: () => void }) {
  const [id] = useState(() => crypto.randomUUID());
  const { data } = useQuery({
    queryKey: ['panelists'],
    queryFn: () => api.call('staff.rounds.panelists', { query: {} }),
  });
  return (
    <ActForm<Fields, unknown>
      title="请人评审这个草案"
      submit="请他们看"
      done="发出了，他们在办件台看得到"
      initial={{ kind: 'expert' }}
      close={close}
      work={fields => api.call('staff.rounds.open', { params: { id: editionId }, body: { id, ...fields } })}
    >
      <Form.Item name="kind" label="哪一种评审">
        <Radio.Group options={Object.entries(PANEL_NAMES).map(([value, label]) => ({ value, label }))} />
      </Form.Item>
      <Form.Item
        name="memberIds"
        label="请谁（第三方评估岗位的人）"
        rules={[{ required: true, message: '至少请一个人' }]}
      >
        <Select
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          options={(data?.items ?? []).map(({ id: value, name: label }) => ({ value, label }))}
        />
      </Form.Item>
      <Form.Item name="dueOn" label="请在哪天前提完" rules={[{ required: true, message: '请选日子' }]}>
        <DateInput />
      </Form.Item>
      <p className="quiet">评审没有结束，这个版本不能定稿；每条意见答复了才能结束。</p>
    </ActForm>
  );
}
