import type { Opinion } from '@bandeng/contracts/types';
import { Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../../lib/http';
import { required } from '../../lib/required';
import { useUnits } from '../../lib/use-places';
import { ActForm } from '../../ui/act-form';

interface Props {
  opinion: Opinion;
  close: () => void;
}
interface Fields {
  unitId: string;
  reason: string;
}

/** Another unit answers for it: the hours run on, both units are told. A unit itself can only give it back to the district's office. */
export function ReassignForm({ opinion: { id, unit, handBackTo }, close }: Props) {
  const [stepId] = useState(() => crypto.randomUUID());
  const { options } = useUnits();
  const navigate = useNavigate();
  return (
    <ActForm<Fields, unknown>
      title={handBackTo ? `交回${handBackTo.name}` : '改责任单位'}
      submit={handBackTo ? '交回' : '改'}
      done="改好了，原来的和新的责任单位都收到消息"
      close={close}
      work={async fields => {
        const body = { id: stepId, unitId: handBackTo?.id ?? fields.unitId, reason: fields.reason };
        await api.call('staff.opinions.reassign', { params: { id }, body });
        // Whoever gave it back reads it no longer.
        if (handBackTo) await navigate('/enquiries/opinions');
      }}
    >
      <p className="quiet">
        现在由{unit.name}负责，改了时限照算；
        {handBackTo ? '交回以后，你们就看不到这件舆情了。' : '原来的单位以后看不到这件舆情。'}
      </p>
      {!handBackTo && (
        <Form.Item name="unitId" label="改由谁负责" rules={[{ required: true, message: '请选责任单位' }]}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={options.filter(({ value }) => value !== unit.id)}
          />
        </Form.Item>
      )}
      <Form.Item name="reason" label="为什么（留在经过里）" rules={required('请写明为什么')}>
        <Input.TextArea rows={3} maxLength={500} showCount />
      </Form.Item>
    </ActForm>
  );
}
