import type { StaffMember } from '@bandeng/contracts/types';
import { Form, Input } from 'antd';
import { api } from '../../lib/http';
import { ActForm } from '../../ui/act-form';
import { bodyOfRole, RoleRows, rowOfRole, type RoleRow } from './role-rows';

interface Fields {
  name: string;
  roles: RoleRow[];
}

/** Another name, other roles: they count from the next call on. */
export function ChangeMember({ member, close }: { member: StaffMember; close: () => void }) {
  const { id, name, roles } = member;
  return (
    <ActForm<Fields, unknown>
      title={`改${name}的姓名和角色`}
      submit="改好了"
      done="改好了，马上起作用"
      initial={{ name, roles: roles.map(rowOfRole) }}
      close={close}
      work={fields =>
        api.call('staff.members.update', {
          params: { id },
          body: { name: fields.name, roles: fields.roles.map(bodyOfRole) },
        })
      }
    >
      <Form.Item name="name" label="姓名" rules={[{ required: true, whitespace: true, message: '请填姓名' }]}>
        <Input maxLength={40} autoComplete="off" autoFocus />
      </Form.Item>
      <RoleRows />
    </ActForm>
  );
}
