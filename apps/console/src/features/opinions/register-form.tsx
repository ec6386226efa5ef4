import { OPINION_GRAVITY_LABELS } from '@bandeng/contracts/routes';
import type { RouteCall } from '@bandeng/contracts/types';
import { Form, Input, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../../lib/http';
import { optionsOf } from '../../lib/options-of';
import { required } from '../../lib/required';
import { useUnits } from '../../lib/use-places';
import { ActForm } from '../../ui/act-form';
import { TimeField } from './time-field';

type Body = RouteCall<'staff.opinions.register'>['body'];
type Fields = Omit<Body, 'id' | 'noticedAt'> & { noticedAt: Dayjs };

/** Counted from when it was noticed, not from when it is written down. */
export function RegisterOpinion({ close }: { close: () => void }) {
  const [id] = useState(() => crypto.randomUUID());
  const { options } = useUnits();
  const navigate = useNavigate();
  return (
    <ActForm<Fields, unknown>
      title="登记一件舆情"
      submit="登记"
      done="登记了，从发现的时候起计时，值班的人收到了消息"
      initial={{ gravity: 'general', noticedAt: dayjs() }}
      close={close}
      work={async ({ noticedAt, link, ...fields }) => {
        const body = { ...fields, id, noticedAt: noticedAt.toISOString(), ...(link && { link }) };
        await api.call('staff.opinions.register', { body });
        await navigate(`/enquiries/opinions/${id}`);
      }}
    >
      <Form.Item name="title" label="什么事（不写网友的姓名）" rules={required('请写是什么事')}>
        <Input maxLength={100} autoFocus />
      </Form.Item>
      <Form.Item name="source" label="在哪里看到的" rules={required('请写在哪里看到的')}>
        <Input maxLength={100} placeholder="平台、栏目，或者谁报来的" />
      </Form.Item>
      <Form.Item name="link" label="网址（可以不写）">
        <Input maxLength={2000} placeholder="https://" />
      </Form.Item>
      <TimeField name="noticedAt" label="什么时候发现的" />
      <Form.Item name="gravity" label="级别（特别重大、重大的，有 5 小时和 24 小时的时限）">
        <Select options={optionsOf(OPINION_GRAVITY_LABELS)} />
      </Form.Item>
      <Form.Item name="unitId" label="责任单位" rules={[{ required: true, message: '请选责任单位' }]}>
        <Select showSearch={{ optionFilterProp: 'label' }} options={options} />
      </Form.Item>
    </ActForm>
  );
}
