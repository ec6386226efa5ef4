import type { Assignment } from '@bandeng/contracts/types';
import { Form, Select } from 'antd';
import { useState } from 'react';
import { api } from '../../lib/http';
import { ActForm } from '../../ui/act-form';
import { DateInput } from '../../ui/date-input';
import { partOf, PartChoice } from './part-choice';
import { useGridAreas } from './use-grid-areas';

interface Fields {
  workerId: string;
  areaId: string;
  part?: string;
  from: string;
  to?: string;
}
interface Props {
  assignment: Assignment | undefined;
  people: { value: string; label: string }[];
  close: () => void;
}

const must = (message: string) => [{ required: true, message }];

/** Sends somebody to a grid; of one that is there, the days can be changed. */
export function AssignmentForm({ assignment, people, close }: Props) {
  const [id] = useState(() => assignment?.id ?? crypto.randomUUID());
  const { options } = useGridAreas();
  const isThere = assignment !== undefined;
  const initial = assignment && {
    ...{ workerId: assignment.worker.id, areaId: assignment.area.id, from: assignment.from },
    ...(assignment.to !== null && { to: assignment.to }),
  };
  return (
    <ActForm<Fields, unknown>
      title={assignment ? `${assignment.worker.name}走${assignment.area.name}` : '派一个人'}
      submit={isThere ? '改好了' : '派'}
      done={isThere ? '改好了' : '派好了'}
      initial={initial}
      close={close}
      work={({ to, part, ...fields }) => {
        const body = { ...fields, to: to ?? null, ...(part && { part: partOf(part) }) };
        return api.call('staff.grid.assignments.put', { params: { id }, body });
      }}
    >
      <Form.Item name="workerId" label="网格员" rules={must('请选网格员')}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={people}
          disabled={isThere}
          notFoundContent="这里还没有网格员：请管理员在「工作人员」里加"
        />
      </Form.Item>
      <Form.Item name="areaId" label="走哪里" rules={must('请选网格')}>
        <Select showSearch={{ optionFilterProp: 'label' }} options={options} disabled={isThere} />
      </Form.Item>
      {!isThere && <PartChoice />}
      <Form.Item name="from" label="从哪天" rules={must('请选开始的日子')}>
        <DateInput />
      </Form.Item>
      <Form.Item name="to" label="到哪天（一直走的不填）">
        <DateInput />
      </Form.Item>
    </ActForm>
  );
}
