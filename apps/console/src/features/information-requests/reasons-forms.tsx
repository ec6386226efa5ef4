import { Form, Input, InputNumber } from 'antd';
import { api } from '../../lib/http';
import { ActForm } from '../../ui/act-form';
import { AskForm } from './ask-form';
import { required, type ActProps } from './form-parts';

export function AskReasons({ id, close }: ActProps) {
  return (
    <AskForm
      title="数量、频次明显超过合理范围，请说明理由（第三十五条，不停表）"
      done="发出去了，答复的期限照常算"
      items={{ label: '超过在哪里，要说明什么（申请人看得到）', missing: '请写明要说明什么' }}
      deadline="最晚哪天说明"
      ask={body => api.call('staff.informationRequests.askReasons', { params: { id }, body })}
      close={close}
    />
  );
}

export function Delay({ id, close }: ActProps) {
  return (
    <ActForm<{ workingDays: number; reason: string }, unknown>
      title="理由合理，按时答复不了（第三十五条）"
      submit="同意延迟"
      done="延迟了，申请人会收到通知"
      close={close}
      work={body => api.call('staff.informationRequests.delay', { params: { id }, body })}
    >
      <Form.Item name="workingDays" label="延迟几个工作日" rules={[{ required: true, message: '请填天数' }]}>
        <InputNumber min={1} max={60} precision={0} autoFocus />
      </Form.Item>
      <Form.Item name="reason" label="为什么要这些天（申请人看得到）" rules={required('请写明理由')}>
        <Input.TextArea rows={3} maxLength={500} showCount />
      </Form.Item>
    </ActForm>
  );
}
