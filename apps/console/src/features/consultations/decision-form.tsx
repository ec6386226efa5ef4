import type { RouteAnswer, RouteCall } from '@bandeng/contracts/types';
import { useQuery } from '@tanstack/react-query';
import { Form, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { api } from '../../lib/http';
import { listAll } from '../../lib/list-all';
import { useUnits } from '../../lib/use-places';
import { ActForm } from '../../ui/act-form';

export type StaffDecision = RouteAnswer<'staff.decisions.list'>['items'][number];
type Fields = Omit<RouteCall<'staff.decisions.create'>['body'], 'id'>;
type Asked = RouteAnswer<'staff.consultations.list'>['items'][number];

interface Props {
  year: number;
  /** Absent for a new one, which goes to the end of the list. */
  decision?: StaffDecision | undefined;
  nextPosition: number;
  close: () => void;
}

/** So many of the newest consultations can be linked. */
const MOST_CONSULTATIONS = 200;

/** An item of the year's list: what, by whom, when, on what basis, and where it is asked about. */
export function DecisionForm({ year, decision, nextPosition, close }: Props) {
  const [id] = useState(() => crypto.randomUUID());
  const { options } = useUnits();
  const { data = [] } = useQuery({
    queryKey: ['consultations', 'to-link'],
    queryFn: () =>
      listAll<Asked>(
        cursor => api.call('staff.consultations.list', { query: { limit: 100, cursor } }),
        MOST_CONSULTATIONS,
      ),
  });
  return (
    <ActForm<Fields, unknown>
      title={decision ? '改这一项' : '列入一项'}
      submit={decision ? '改好' : '列入'}
      done={decision ? '改好了' : '列入了，公布以后大家看得到'}
      close={close}
      initial={
        decision
          ? {
              ...{ year: decision.year, position: decision.position, title: decision.title, basis: decision.basis },
              ...{ unitId: decision.unit.id, plannedFor: decision.plannedFor },
              consultationIds: decision.consultationIds,
            }
          : { year, position: nextPosition, consultationIds: [] }
      }
      work={fields =>
        decision
          ? api.call('staff.decisions.update', {
              params: { id: decision.id },
              body: { ...fields, revision: decision.revision },
            })
          : api.call('staff.decisions.create', { body: { id, ...fields } })
      }
    >
      <Form.Item name="title" label="决策事项" rules={[{ required: true, whitespace: true, message: '请写事项名称' }]}>
        <Input autoFocus maxLength={200} />
      </Form.Item>
      <Form.Item name="unitId" label="承办单位" rules={[{ required: true, message: '请选单位' }]}>
        <Select showSearch={{ optionFilterProp: 'label' }} options={options} />
      </Form.Item>
      <Form.Item
        name="plannedFor"
        label="计划什么时候（如：三季度）"
        rules={[{ required: true, whitespace: true, message: '请写时间' }]}
      >
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="basis" label="法律政策依据" rules={[{ required: true, whitespace: true, message: '请写依据' }]}>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
      <Form.Item name="consultationIds" label="为它办的征集（可以以后再连）">
        <Select
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          options={data.map(({ id: value, title }) => ({ value, label: title }))}
        />
      </Form.Item>
      <Form.Item name="year" label="哪一年" rules={[{ required: true, message: '请写年份' }]}>
        <InputNumber min={2000} max={2099} precision={0} disabled={decision?.isPublished === true} />
      </Form.Item>
      <Form.Item name="position" label="序号" rules={[{ required: true, message: '请写序号' }]}>
        <InputNumber min={1} max={999} precision={0} />
      </Form.Item>
    </ActForm>
  );
}
