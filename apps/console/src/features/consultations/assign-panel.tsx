import type { StaffComment } from '@bandeng/contracts/types';
import { sayDate } from '@bandeng/rules';
import { Button, Checkbox, DatePicker, Form, Input, Select, Space } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { api } from '../../lib/http';
import { useAct } from '../../lib/use-act';
import { useUnits } from '../../lib/use-places';
import { ActForm } from '../../ui/act-form';

interface Props {
  consultationId: string;
  comment: StaffComment;
}
interface Fields {
  unitId: string;
  dueOn: Dayjs;
  note?: string;
  wholeGroup?: boolean;
}

/** Another unit is asked what it would answer, by a day; its draft is only a proposal. */
export function AssignPanel({ consultationId, comment }: Props) {
  const [isAsking, setAsking] = useState(false);
  const { options } = useUnits();
  const params = { id: consultationId, commentId: comment.id };
  const recall = useAct(() => api.call('staff.comments.assign', { params, body: { to: null } }), '收回来了，自己答复');
  const { assignment } = comment;
  return (
    <div>
      {assignment ? (
        <Space wrap>
          <span>
            请{assignment.unit.name}拟答复，{sayDate(assignment.dueOn, new Date())}前要
            {assignment.draft === null && '，还没有拟'}
          </span>
          <Button size="small" onClick={() => setAsking(true)}>
            改单位或日期
          </Button>
          <Button size="small" loading={recall.isPending} onClick={() => recall.mutate(undefined)}>
            收回
          </Button>
        </Space>
      ) : (
        <Button onClick={() => setAsking(true)}>请别的单位拟答复</Button>
      )}
      {isAsking && (
        <ActForm<Fields, unknown>
          title="请别的单位拟答复"
          submit="交办"
          done="交办了，到那个单位的办件台上了"
          close={() => setAsking(false)}
          work={({ unitId, dueOn, note, wholeGroup = false }) =>
            api.call('staff.comments.assign', {
              params,
              body: { to: { unitId, dueOn: dueOn.format('YYYY-MM-DD'), ...(note && { note }) }, wholeGroup },
            })
          }
        >
          <Form.Item name="unitId" label="哪个单位" rules={[{ required: true, message: '请选单位' }]}>
            <Select autoFocus showSearch={{ optionFilterProp: 'label' }} options={options} />
          </Form.Item>
          <Form.Item name="dueOn" label="哪天前要" rules={[{ required: true, message: '请选一天' }]}>
            <DatePicker />
          </Form.Item>
          <Form.Item name="note" label="要他们说清楚什么（可以不写，不公开）">
            <Input.TextArea rows={2} maxLength={500} />
          </Form.Item>
          {comment.groupOf !== null && (
            <Form.Item name="wholeGroup" valuePropName="checked" initialValue>
              <Checkbox>这一组没有答复的都交办</Checkbox>
            </Form.Item>
          )}
        </ActForm>
      )}
    </div>
  );
}
