import type { StaffMember } from '@bandeng/contracts/types';
import { sayExactly } from '@bandeng/rules';
import { Button, Modal, Popconfirm, Space, Typography } from 'antd';
import { useState } from 'react';
import { api } from '../../lib/http';
import { useAct } from '../../lib/use-act';

/** A code that binds the member's WeChat, shown once; and the end of a member. Nobody closes themselves. */
export function MemberActs({ member: { id, name }, isSelf }: { member: StaffMember; isSelf: boolean }) {
  const [issued, setIssued] = useState<{ code: string; expiresAt: string }>();
  const issue = useAct(
    async () => setIssued(await api.call('staff.members.bindingCode', { params: { id } })),
    '绑定码有了，只显示这一次',
  );
  const end = useAct(() => api.call('staff.members.close', { params: { id } }), `${name}停用了`);
  return (
    <Space>
      <Button aria-label={`给${name}发绑定码`} loading={issue.isPending} onClick={() => issue.mutate(undefined)}>
        发绑定码
      </Button>
      {!isSelf && (
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
      )}
      <Modal
        open={issued !== undefined}
        title={`${name}的绑定码`}
        footer={null}
        destroyOnHidden
        onCancel={() => setIssued(undefined)}
      >
        {issued && (
          <>
            <Typography.Title level={3} copyable>
              {issued.code}
            </Typography.Title>
            <p>只显示这一次，{sayExactly(issued.expiresAt)}以前有效。当面交给本人，用来把自己的微信绑到这个岗位。</p>
          </>
        )}
      </Modal>
    </Space>
  );
}
