import type { StaffMember } from '@bandeng/contracts/types';
import { sayDate } from '@bandeng/rules';
import { useQuery } from '@tanstack/react-query';
import { Button, Card, Descriptions, Space, Tag } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { api } from '../../lib/http';
import { useAccount } from '../../lib/session';
import { Page } from '../../ui/page';
import { RecordHistory } from '../../ui/record-history';
import { Loaded } from '../../ui/state';
import { ChangeMember } from './change-member';
import { MemberActs } from './member-acts';
import { MemberRoles } from './member-roles';

/** One member: as what, for what, and what was done to the account. */
export function MemberPage() {
  const { id = '' } = useParams();
  const [isChanging, setChanging] = useState(false);
  const isSelf = useAccount().id === id;
  const query = useQuery({
    queryKey: ['member', id],
    queryFn: () => api.call('staff.members.get', { params: { id }, query: {} }),
  });
  const { data } = query;
  return (
    <Page
      title={data?.name ?? '工作人员'}
      note={data?.username}
      actions={
        data &&
        !data.closed &&
        !isSelf && (
          <Space>
            <Button onClick={() => setChanging(true)}>改姓名和角色</Button>
            <MemberActs member={data} isSelf={isSelf} />
          </Space>
        )
      }
    >
      <Loaded query={query}>{member => <Facts member={member} />}</Loaded>
      {isChanging && data && <ChangeMember member={data} close={() => setChanging(false)} />}
    </Page>
  );
}

function Facts({ member }: { member: StaffMember }) {
  const { id, totpEnrolled, closed, createdAt } = member;
  return (
    <div className="columns">
      <Card title={<h2 className="card-title">角色和范围</h2>}>
        <Descriptions
          column={1}
          items={[
            {
              key: 'roles',
              label: '角色',
              children: closed ? <Tag>停用了</Tag> : <MemberRoles member={member} />,
            },
            { key: 'totp', label: '动态口令', children: totpEnrolled ? '登记了' : '没有登记' },
            { key: 'since', label: '从哪天起', children: sayDate(createdAt, new Date()) },
          ]}
        />
      </Card>
      <RecordHistory collection="staff" id={id} />
    </div>
  );
}
