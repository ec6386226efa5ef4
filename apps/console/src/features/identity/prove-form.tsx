import type { RouteCall } from '@bandeng/contracts/types';
import { Form, Input } from 'antd';
import { ActForm } from '../../ui/act-form';

type Proof = RouteCall<'staff.totp.begin'>['body'];

interface Props {
  title: string;
  submit: string;
  done: string;
  work: (proof: Proof) => Promise<unknown>;
  close: () => void;
}

/** Six digits are the code of the moment; anything else is one of the codes kept for a lost phone. */
const proofOf = (typed: string): Proof =>
  /^\d{6}$/.test(typed.trim()) ? { totp: typed.trim() } : { recoveryCode: typed };

/** Before the second factor changes, whoever sits here shows that it is theirs. */
export function ProveForm({ work, ...rest }: Props) {
  return (
    <ActForm<{ proof: string }, unknown> {...rest} work={({ proof }) => work(proofOf(proof))}>
      <Form.Item
        name="proof"
        label="现在的动态口令，或者一个恢复码"
        rules={[{ required: true, whitespace: true, message: '请填六位数字，或者一个恢复码' }]}
      >
        <Input autoComplete="one-time-code" maxLength={40} autoFocus />
      </Form.Item>
    </ActForm>
  );
}
