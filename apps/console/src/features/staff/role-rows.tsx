import { STAFF_ROLES } from '@bandeng/contracts/routes';
import type { RouteCall, StaffMember } from '@bandeng/contracts/types';
import { Button, Form, Select, Space } from 'antd';
import { ROLE_NAMES } from '../../lib/role-names';
import { useAreas, useUnits } from '../../lib/use-places';

type Role = RouteCall<'staff.members.create'>['body']['roles'][number];
/** `scope` is unit:ID, area:ID, or `all` for the whole district. */
export interface RoleRow {
  role: Role['role'];
  scope: string;
}

const ALL = 'all';

export function bodyOfRole({ role, scope }: RoleRow): Role {
  const [kind, id = null] = scope.split(':');
  return { role, unitId: kind === 'unit' ? id : null, areaId: kind === 'area' ? id : null };
}

export const rowOfRole = ({ role, unitId, areaId }: StaffMember['roles'][number]): RoleRow => ({
  role,
  scope: unitId !== null ? `unit:${unitId}` : areaId !== null ? `area:${areaId}` : ALL,
});

/** Roles in a form, each with the unit or the area it is for. */
export function RoleRows() {
  const units = useUnits();
  const areas = useAreas();
  const scopes = [
    { value: ALL, label: '全区' },
    { label: '单位', options: units.options.map(({ value, label }) => ({ value: `unit:${value}`, label })) },
    { label: '地方', options: areas.options.map(({ value, label }) => ({ value: `area:${value}`, label })) },
  ];
  return (
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
  );
}
