import type { StaffMember } from '@bandeng/contracts/types';
import { Button, Modal, QRCode, Typography } from 'antd';
import { useState } from 'react';
import { sayExactly } from '@bandeng/rules';
import { api } from '../../lib/http';
import { useAct } from '../../lib/use-act';

interface Given {
  code: string;
  expiresAt: string;
}

/** Four by four, as one reads them out. */
const inGroups = (code: string) => code.replace(/.{4}(?=.)/g, '$& ');

/** The way of a post onto a phone: a code that is scanned or read out once, under 我的 → 我是工作人员. */
export function BindingCode({ member: { id, name } }: { member: StaffMember }) {
  const [given, setGiven] = useState<Given>();
  const give = useAct(
    async () => setGiven(await api.call('staff.members.bindingCode', { params: { id } })),
    '绑定码在屏幕上',
  );
  return (
    <>
      <Button loading={give.isPending} onClick={() => give.mutate(undefined)}>
        绑定微信
      </Button>
      <Modal
        open={given !== undefined}
        title={`${name}的绑定码`}
        footer={<Button onClick={() => setGiven(undefined)}>看过了</Button>}
        onCancel={() => setGiven(undefined)}
      >
        {/* Black on white in the dark as well: many cameras read nothing else. */}
        {given && <QRCode value={given.code} size={200} color="#000" bgColor="#fff" aria-label="绑定码的二维码" />}
        <p>
          <Typography.Text strong copyable={{ text: given?.code ?? '' }} style={{ fontSize: 28 }}>
            {given && inGroups(given.code)}
          </Typography.Text>
        </p>
        <p>
          请本人打开小程序，在「我的」里点「我是工作人员」，扫这个码，或者输入这些数字。只能用一次，
          {given && `${sayExactly(given.expiresAt)}前有用`}。换了手机再给一个，原来的微信号就不能用这个岗位了。
        </p>
      </Modal>
    </>
  );
}
