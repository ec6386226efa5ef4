import type { StaffMember } from '@bandeng/contracts/types';
import { sayDate } from '@bandeng/rules';
import { Button, Tag } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { api } from '../../lib/http';
import { useAccount } from '../../lib/session';
import { useList } from '../../lib/use-list';
import { ListTable } from '../../ui/list-table';
import { Page } from '../../ui/page';
import { MemberActs } from './member-acts';
import { MemberRoles } from './member-roles';
import { NewMember } from './new-member';

/** Who works here, as what, and for which unit or area. Who leaves is closed, and stays in the list. */
export function StaffPage() {
  const [isAdding, setAdding] = useState(false);
  const account = useAccount();
  const list = useList<StaffMember>(['staff'], cursor =>
    api.call('staff.members.list', { query: { limit: 50, cursor } }),
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
      <ListTable
        label="工作人员"
        exportAs={{ table: 'staff', query: {} }}
        nothing="还没有工作人员"
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
