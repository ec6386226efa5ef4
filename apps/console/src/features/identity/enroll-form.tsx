import { Alert, Button, Card, Form, Input, QRCode, Typography } from 'antd';

interface Props {
  offer: { secret: string; uri: string };
  isBusy: boolean;
  confirm: (totp: string) => void;
}

/** A secret to be scanned into an authenticator; it counts only once its first code was right. */
export function EnrollForm({ offer, isBusy, confirm }: Props) {
  return (
    <Card title={<h2 className="card-title">登记动态口令</h2>}>
      <div className="stack">
        <Typography.Paragraph>用验证器应用扫这个二维码，把它给出的六位数字填在下面。</Typography.Paragraph>
        <QRCode
          aria-label="给验证器扫的二维码"
          value={offer.uri}
          color="#111827"
          bgColor="#ffffff"
          styles={{ root: { padding: 16 } }}
        />
        <Alert
          type="info"
          title={
            <>
              扫不了就手工输入：<Typography.Text copyable>{offer.secret}</Typography.Text>
            </>
          }
        />
        <Form<{ totp: string }> layout="inline" onFinish={({ totp }) => confirm(totp)}>
          <Form.Item
            name="totp"
            label="动态口令"
            rules={[{ required: true, pattern: /^\d{6}$/, message: '动态口令是六位数字' }]}
          >
            <Input inputMode="numeric" autoComplete="one-time-code" maxLength={6} autoFocus />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={isBusy}>
            确认
          </Button>
        </Form>
      </div>
    </Card>
  );
}
