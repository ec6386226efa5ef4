import { ApiError } from '@bandeng/contracts/api-error';
import { Alert, Button, Card, Form, Input } from 'antd';
import { useState } from 'react';
import { api } from '../../lib/http';
import { setSession } from '../../lib/session';
import { sayRefusal } from '../../lib/use-act';

interface Fields {
  username: string;
  password: string;
  totp?: string;
  recoveryCode?: string;
}

type Asks = 'nothing' | 'totp' | 'recoveryCode';

/** Name and password; the code of the phone, or one kept for a lost phone, is asked for when the account has one. */
export function SignIn() {
  const [asks, setAsks] = useState<Asks>('nothing');
  const [refusal, setRefusal] = useState<string>();
  const [isBusy, setBusy] = useState(false);

  async function enter({ totp, recoveryCode, ...fields }: Fields) {
    setBusy(true);
    setRefusal(undefined);
    try {
      const proof = { nothing: {}, totp: { totp }, recoveryCode: { recoveryCode } }[asks];
      setSession(await api.call('auth.desk', { body: { ...fields, ...proof } }));
    } catch (error) {
      const needsCode = error instanceof ApiError && error.code === 'auth.totp_required';
      if (needsCode) setAsks('totp');
      else setRefusal(sayRefusal(error));
    } finally {
      setBusy(false);
    }
  }

  return (
    <main className="sign-in">
      <Card>
        <h1>板凳</h1>
        <p className="quiet">政务公开工作台，工作人员从这里进</p>
        <Form<Fields> layout="vertical" requiredMark={false} onFinish={fields => void enter(fields)}>
          <Form.Item name="username" label="用户名" rules={[{ required: true, message: '请填写用户名' }]}>
            <Input autoComplete="username" autoFocus />
          </Form.Item>
          <Form.Item name="password" label="密码" rules={[{ required: true, message: '请填写密码' }]}>
            <Input.Password autoComplete="current-password" />
          </Form.Item>
          {asks === 'totp' && (
            <Form.Item
              name="totp"
              label="手机上的动态口令"
              rules={[{ required: true, pattern: /^\d{6}$/, message: '动态口令是六位数字' }]}
            >
              <Input inputMode="numeric" autoComplete="one-time-code" maxLength={6} autoFocus />
            </Form.Item>
          )}
          {asks === 'recoveryCode' && (
            <Form.Item
              name="recoveryCode"
              label="一个没用过的恢复码"
              rules={[{ required: true, whitespace: true, message: '请填一个恢复码' }]}
            >
              <Input autoComplete="off" maxLength={40} autoFocus />
            </Form.Item>
          )}
          {refusal && <Alert type="error" role="alert" showIcon title={refusal} className="sign-in-refusal" />}
          <Button type="primary" htmlType="submit" block loading={isBusy}>
            登录
          </Button>
          {asks !== 'nothing' && (
            <Button type="link" block onClick={() => setAsks(asks === 'totp' ? 'recoveryCode' : 'totp')}>
              {asks === 'totp' ? '手机不在身边，用恢复码' : '用手机上的动态口令'}
            </Button>
          )}
        </Form>
      </Card>
    </main>
  );
}
