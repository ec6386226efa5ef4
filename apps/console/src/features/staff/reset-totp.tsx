import type { StaffMember } from '@bandeng/contracts/types';
import { Form, Input } from 'antd';
import { api } from '../../lib/http';
import { ActForm } from '../../ui/act-form';

/** For who lost the phone and the codes. The reason is kept, and the member reads it at the next login. */
export function ResetTotp({ member: { id, name }, close }: { member: StaffMember; close: () => void }) {
  return (
    <ActForm<{ reason: string }, unknown>
      title={`作废${name}的动态口令`}
      submit="作废"
      done="作废了，他下次登录时重新登记"
      close={close}
      work={body => api.call('staff.members.resetTotp', { params: { id }, body })}
    >
      <p className="quiet">
        先当面或者打电话核实是本人。旧的口令和恢复码马上没用，登录着的都退出；下次登录只要密码，登录后重新登记。
      </p>
      <Form.Item
        name="reason"
        label="为什么作废、怎么核实的（本人看得到，审计里留着）"
        rules={[{ required: true, whitespace: true, message: '请写原因' }]}
      >
        <Input.TextArea rows={3} maxLength={200} />
      </Form.Item>
    </ActForm>
  );
}
