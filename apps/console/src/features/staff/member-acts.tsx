import type { StaffMember } from '@bandeng/contracts/types';
import { Button, Popconfirm } from 'antd';
import { api } from '../../lib/http';
import { useAct } from '../../lib/use-act';

/** The end of a member. Nobody closes themselves. */
export function MemberActs({ member: { id, name }, isSelf }: { member: StaffMember; isSelf: boolean }) {
  const end = useAct(() => api.call('staff.members.close', { params: { id } }), `${name}停用了`);
  if (isSelf) return null;
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
