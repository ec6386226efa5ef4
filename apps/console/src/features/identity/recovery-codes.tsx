import { Alert, App, Button, Card, Space } from 'antd';

/** The only time they are seen: to be copied, kept as a file, or written down. */
export function RecoveryCodes({ codes, close }: { codes: readonly string[]; close: () => void }) {
  const { message } = App.useApp();
  const text = `${codes.join('\n')}\n`;
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => message.success('复制了'),
      () => message.error('浏览器不让复制，请抄下来'),
    );
  return (
    <Card title={<h2 className="card-title">恢复码</h2>}>
      <div className="stack">
        <Alert
          type="warning"
          showIcon
          title="只显示这一次。抄下来或者存好，别放在手机里。"
          description="手机丢了、换了，登录时用一个恢复码代替动态口令。每个只能用一次。"
        />
        <ul className="recovery-codes">
          {codes.map(code => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ul>
        <Space wrap>
          <Button type="primary" onClick={close}>
            我存好了
          </Button>
          <Button onClick={() => void copy()}>复制全部</Button>
          <Button href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`} download="板凳恢复码.txt">
            存成文件
          </Button>
        </Space>
      </div>
    </Card>
  );
}
