import type { RouteCall } from '@bandeng/contracts/types';
import { Form, Input } from 'antd';
import { api } from '../../lib/http';
import { required } from '../../lib/required';
import { ActForm } from '../../ui/act-form';
import { bodyOfRole, RoleRows, type RoleRow } from './role-rows';

type Body = RouteCall<'staff.members.create'>['body'];
interface Fields extends Omit<Body, 'roles'> {
  roles: RoleRow[];
}

/** A new member with roles, each for a unit, an area or the whole district. */
export function NewMember({ close }: { close: () => void }) {
  return (
    <ActForm<Fields, unknown>
      title="新增工作人员"
      submit="新增"
      done="新增了，把用户名和密码当面交给本人"
      initial={{ roles: [{} as RoleRow] }}
      close={close}
      work={({ roles, ...rest }) =>
        api.call('staff.members.create', { body: { ...rest, roles: roles.map(bodyOfRole) } })
      }
    >
      <Form.Item name="name" label="姓名" rules={required('请填姓名')}>
        <Input maxLength={40} autoComplete="off" autoFocus />
      </Form.Item>
      <Form.Item
        name="username"
        label="用户名（小写字母开头，可以有数字、点和横线）"
        rules={[
          { required: true, pattern: /^[a-z][a-z0-9._-]{1,39}$/, message: '用户名用小写字母和数字，至少两个字符' },
        ]}
      >
        <Input maxLength={40} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="password"
        label="第一次用的密码（至少 12 位）"
        rules={[{ required: true, min: 12, message: '密码至少 12 位' }]}
      >
        <Input.Password maxLength={200} autoComplete="new-password" />
      </Form.Item>
      <RoleRows />
    </ActForm>
  );
}
