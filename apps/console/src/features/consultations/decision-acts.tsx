import type { RouteCall } from '@bandeng/contracts/types';
import { Button, DatePicker, Form, Input, Popconfirm, Radio, Space } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { api } from '../../lib/http';
import { useAct } from '../../lib/use-act';
import { ActForm } from '../../ui/act-form';
import { DecisionForm, type StaffDecision } from './decision-form';

type Kind = RouteCall<'staff.decisions.conclude'>['body']['kind'];

/** What the district office may do with an item now. */
export function DecisionActs({ decision }: { decision: StaffDecision }) {
  const { id, title, isPublished, conclusion } = decision;
  const [open, setOpen] = useState<'edit' | 'conclude'>();
  const publish = useAct(() => api.call('staff.decisions.publish', { params: { id } }), '公布了');
  const close = () => setOpen(undefined);
  if (conclusion) return null;
  return (
    <Space wrap size={4}>
      {!isPublished && (
        <Popconfirm
          title="公布这一项？"
          description="公布以后一直在目录里，不推进了也要说明理由。"
          okText="公布"
          cancelText="先不"
          onConfirm={() => publish.mutate(undefined)}
        >
          <Button size="small" loading={publish.isPending} aria-label={`公布：${title}`}>
            公布
          </Button>
        </Popconfirm>
      )}
      <Button size="small" aria-label={`改：${title}`} onClick={() => setOpen('edit')}>
        改
      </Button>
      {isPublished && (
        <Button size="small" aria-label={`办结：${title}`} onClick={() => setOpen('conclude')}>
          办结
        </Button>
      )}
      {open === 'edit' && (
        <DecisionForm year={decision.year} decision={decision} nextPosition={decision.position} close={close} />
      )}
      {open === 'conclude' && (
        <ActForm<{ kind: Kind; on: Dayjs; text: string }, unknown>
          title="这一项怎么了结的"
          submit="办结"
          done="办结了，大家看得到"
          initial={{ kind: 'decided' }}
          close={close}
          work={({ kind, on, text }) =>
            api.call('staff.decisions.conclude', { params: { id }, body: { kind, on: on.format('YYYY-MM-DD'), text } })
          }
        >
          <Form.Item name="kind" label="结果">
            <Radio.Group
              options={[
                { value: 'decided', label: '决策公布了' },
                { value: 'dropped', label: '不再推进' },
              ]}
            />
          </Form.Item>
          <Form.Item name="on" label="哪一天" rules={[{ required: true, message: '请选一天' }]}>
            <DatePicker />
          </Form.Item>
          <Form.Item
            name="text"
            label="公布的文件和文号，或者不推进的理由（大家看得到）"
            rules={[{ required: true, whitespace: true, message: '请写一句' }]}
          >
            <Input.TextArea rows={3} maxLength={500} showCount />
          </Form.Item>
        </ActForm>
      )}
    </Space>
  );
}
