import type { StaffMember } from '@bandeng/contracts/types';
import { Button, Popconfirm, Space } from 'antd';
import { useState } from 'react';
import { api } from '../../lib/http';
import { useAct } from '../../lib/use-act';
import { BindingCode } from './binding-code';
import { ResetTotp } from './reset-totp';

/** What is done to a colleague's account; nobody does it to themselves. */
export function MemberActs({ member, isSelf }: { member: StaffMember; isSelf: boolean }) {
  const [isResetting, setResetting] = useState(false);
  if (isSelf) return null;
  return (
    <Space>
      {member.totpEnrolled && <Button onClick={() => setResetting(true)}>动态口令丢了</Button>}
      <BindingCode member={member} />
      <EndMember member={member} />
      {isResetting && <ResetTotp member={member} close={() => setResetting(false)} />}
    </Space>
  );
}

function EndMember({ member: { id, name } }: { member: StaffMember }) {
  const end = useAct(() => api.call('staff.members.close', { params: { id } }), `${name}停用了`);
  return (
    <Popconfirm
      title={`停用${name}？`}
      description="角色、登录和绑定的微信马上都没用了，恢复不了。办过的事仍记在名下。"
      okText="停用"
      okButtonProps={{ danger: true }}
      cancelText="先不"
      onConfirm={() => end.mutate(undefined)}
    >
      <Button danger aria-label={`停用${name}`} loading={end.isPending}>
        停用
      </Button>
    </Popconfirm>
  );
}
