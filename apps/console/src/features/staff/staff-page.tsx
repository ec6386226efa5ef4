import { STAFF_ROLES } from '@bandeng/contracts/routes';
import type { RouteCall, StaffMember } from '@bandeng/contracts/types';
import { sayDate } from '@bandeng/rules';
import { Button, Tag } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { api } from '../../lib/http';
import { ROLE_NAMES } from '../../lib/role-names';
import { useAccount } from '../../lib/session';
import { STANDING } from '../../lib/standing';
import { useFilters } from '../../lib/use-filters';
import { useList } from '../../lib/use-list';
import { useUnits } from '../../lib/use-places';
import { ChoiceFilter } from '../../ui/filters';
import { ListTable } from '../../ui/list-table';
import { Page } from '../../ui/page';
import { MemberActs } from './member-acts';
import { MemberRoles } from './member-roles';
import { NewMember } from './new-member';

type Query = NonNullable<RouteCall<'staff.members.list'>['query']>;
const ROLES = {
  name: 'role',
  label: '哪个角色的',
  all: '全部角色',
  options: STAFF_ROLES.map(value => ({ value, label: ROLE_NAMES[value] })),
};

/** Who works here, as what, and for which unit or area. Who leaves is closed, and stays in the list. */
export function StaffPage() {
  const [isAdding, setAdding] = useState(false);
  const account = useAccount();
  const filters = useFilters();
  const { options: units } = useUnits();
  const query = { role: filters.get('role'), unit: filters.get('unit'), state: filters.get('state') };
  const list = useList<StaffMember>(['staff', query], cursor =>
    api.call('staff.members.list', { query: { ...query, limit: 50, cursor } as Query }),
  );
  return (
    <Page
      title="工作人员"
      note="每个角色只管一个单位或者一个地方；离开的人停用，不删"
      actions={
        <Button type="primary" onClick={() => setAdding(true)}>
          新增工作人员
        </Button>
      }
    >
      <div className="filters">
        <ChoiceFilter choice={ROLES} width={180} />
        <ChoiceFilter choice={{ name: 'unit', label: '哪个单位的', all: '全部单位', options: units }} width={200} />
        <ChoiceFilter choice={STANDING} width={160} />
      </div>
      <ListTable
        label="工作人员"
        exportAs={{ table: 'staff', query }}
        nothing="没有这样的工作人员"
        list={list}
        columns={[
          {
            title: '姓名',
            render: (_, { id, name, username }) => (
              <>
                <Link to={`/staff/${id}`}>{name}</Link>
                <div className="quiet">{username}</div>
              </>
            ),
          },
          { title: '角色', render: (_, member) => <MemberRoles member={member} /> },
          { title: '动态口令', render: (_, { totpEnrolled }) => (totpEnrolled ? '登记了' : '没有登记') },
          { title: '从哪天起', render: (_, { createdAt }) => sayDate(createdAt, new Date()) },
          {
            title: '办理',
            render: (_, member) =>
              member.closed ? <Tag>停用了</Tag> : <MemberActs member={member} isSelf={member.id === account.id} />,
          },
        ]}
      />
      {isAdding && <NewMember close={() => setAdding(false)} />}
    </Page>
  );
}
