import { STAFF_ROLES } from '@bandeng/contracts/routes';
import type { RouteCall } from '@bandeng/contracts/types';
import { Button, Form, Input, Select, Space } from 'antd';
import { api } from '../../lib/http';
import { ActForm } from '../../ui/act-form';
import { ROLE_NAMES } from '../../lib/role-names';
import { useAreas, useUnits } from '../../lib/use-places';

type Body = RouteCall<'staff.members.create'>['body'];
interface Fields extends Omit<Body, 'roles'> {
  /** `scope` is unit:ID, area:ID, or nothing for the whole district. */
  roles: { role: Body['roles'][number]['role']; scope: string }[];
}

const ALL = 'all';
const required = (message: string) => [{ required: true, whitespace: true, message }];

/** A new member with roles, each for a unit, an area or the whole district. */
export function NewMember({ close }: { close: () => void }) {
  const units = useUnits();
  const areas = useAreas();
  const scopes = [
    { value: ALL, label: '全区' },
    { label: '单位', options: units.options.map(({ value, label }) => ({ value: `unit:${value}`, label })) },
    { label: '地方', options: areas.options.map(({ value, label }) => ({ value: `area:${value}`, label })) },
  ];
  return (
    <ActForm<Fields, unknown>
      title="新增工作人员"
      submit="新增"
      done="新增了，把用户名和密码当面交给本人"
      initial={{ roles: [{} as Fields['roles'][number]] }}
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
      <Form.List name="roles">
        {(rows, { add, remove }) => (
          <fieldset className="plain-fieldset">
            <legend>角色，和它管的范围</legend>
            {rows.map(({ key, name }) => (
              <Space key={key} align="start" style={{ display: 'flex' }}>
                <Form.Item name={[name, 'role']} rules={[{ required: true, message: '请选角色' }]}>
                  <Select
                    aria-label={`第 ${name + 1} 个角色`}
                    placeholder="角色"
                    style={{ width: 180 }}
                    options={STAFF_ROLES.map(value => ({ value, label: ROLE_NAMES[value] }))}
                  />
                </Form.Item>
                <Form.Item name={[name, 'scope']} rules={[{ required: true, message: '请选范围' }]}>
                  <Select
                    aria-label={`第 ${name + 1} 个角色的范围`}
                    placeholder="单位或者地方"
                    showSearch={{ optionFilterProp: 'label' }}
                    style={{ width: 280 }}
                    options={scopes}
                  />
                </Form.Item>
                {rows.length > 1 && (
                  <Button aria-label={`去掉第 ${name + 1} 个角色`} onClick={() => remove(name)}>
                    去掉
                  </Button>
                )}
              </Space>
            ))}
            {rows.length < 20 && <Button onClick={() => add({})}>再加一个角色</Button>}
          </fieldset>
        )}
      </Form.List>
    </ActForm>
  );
}

function bodyOfRole({ role, scope }: Fields['roles'][number]): Body['roles'][number] {
  const [kind, id = null] = scope.split(':');
  return { role, unitId: kind === 'unit' ? id : null, areaId: kind === 'area' ? id : null };
}
