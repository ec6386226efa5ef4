import { Alert, Button, Card, Form, Input, QRCode, Typography } from 'antd';
import { useState } from 'react';
import { api } from '../../lib/http';
import { useAct } from '../../lib/use-act';
import { Page } from '../../ui/page';

/** The second factor: scanned into an authenticator, and counted only once its first code was right. */
export function SecurityPage() {
  const [offer, setOffer] = useState<{ secret: string; uri: string }>();
  const begin = useAct(async () => setOffer(await api.call('staff.totp.begin')), '扫一扫二维码，再填口令');
  const confirm = useAct(async (totp: string) => {
    await api.call('staff.totp.confirm', { body: { totp } });
    setOffer(undefined);
  }, '动态口令登记好了，下次登录要用');

  return (
    <Page title="登录安全" note="密码之外再加一道：手机上每半分钟换一次的六位数字">
      <Card>
        {!offer && (
          <>
            <Typography.Paragraph>
              审核、信息公开、办公室和管理岗位必须登记动态口令。换了手机，重新登记一次，旧的就不再有用。
            </Typography.Paragraph>
            <Button type="primary" onClick={() => begin.mutate(undefined)} loading={begin.isPending}>
              登记动态口令
            </Button>
          </>
        )}
        {offer && (
          <div className="stack">
            <Typography.Paragraph>用验证器应用扫这个二维码，把它给出的六位数字填在下面。</Typography.Paragraph>
            <QRCode value={offer.uri} color="#111827" bgColor="#ffffff" styles={{ root: { padding: 16 } }} />
            <Alert
              type="info"
              title={
                <>
                  扫不了就手工输入：<Typography.Text copyable>{offer.secret}</Typography.Text>
                </>
              }
            />
            <Form<{ totp: string }> layout="inline" onFinish={({ totp }) => confirm.mutate(totp)}>
              <Form.Item
                name="totp"
                label="动态口令"
                rules={[{ required: true, pattern: /^\d{6}$/, message: '动态口令是六位数字' }]}
              >
                <Input inputMode="numeric" autoComplete="one-time-code" maxLength={6} autoFocus />
              </Form.Item>
              <Button type="primary" htmlType="submit" loading={confirm.isPending}>
                确认
              </Button>
            </Form>
          </div>
        )}
      </Card>
    </Page>
  );
}
