import { ENQUIRY_KIND_LABELS } from '@bandeng/contracts/routes';
import type { RouteCall } from '@bandeng/contracts/types';
import { Checkbox, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../../lib/http';
import { optionsOf } from '../../lib/options-of';
import { required } from '../../lib/required';
import { ActForm } from '../../ui/act-form';
import { UnitField } from '../../ui/unit-field';

type Fields = Omit<RouteCall<'staff.enquiries.record'>['body'], 'id'>;

/** What came to the city's hotline and is done here: one history, under its ticket. */
export function RecordFromHotline({ close }: { close: () => void }) {
  const [id] = useState(() => crypto.randomUUID());
  const navigate = useNavigate();
  return (
    <ActForm<Fields, unknown>
      title="接下热线（12345）转来的一件"
      submit="接下"
      done="接下了，期限从今天起算"
      initial={{ kind: 'question', publicConsent: false }}
      close={close}
      work={async fields => {
        await api.call('staff.enquiries.record', { body: { id, ...fields } });
        await navigate(`/enquiries/${id}`);
      }}
    >
      <Form.Item name="ticket" label="热线工单号" rules={required('请写工单号')}>
        <Input maxLength={40} autoFocus />
      </Form.Item>
      <UnitField label="哪个单位接" />
      <Form.Item name="kind" label="算哪一种">
        <Select options={optionsOf(ENQUIRY_KIND_LABELS)} />
      </Form.Item>
      <Form.Item name="title" label="一句话说是什么事" rules={required('请写是什么事')}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="body" label="怎么回事" rules={required('请写怎么回事')}>
        <Input.TextArea rows={4} maxLength={2000} showCount />
      </Form.Item>
      <Form.Item name={['contact', 'name']} label="来电人">
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name={['contact', 'phone']} label="电话">
        <Input maxLength={20} />
      </Form.Item>
      <Form.Item name="publicConsent" valuePropName="checked">
        <Checkbox>来电人同意遮住个人信息后公开</Checkbox>
      </Form.Item>
    </ActForm>
  );
}
