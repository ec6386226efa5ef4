import type { Draft } from '@bandeng/contracts/types';
import { Button, Card, Checkbox, Form, Input } from 'antd';
import { api } from '../../../lib/http';
import { useAct } from '../../../lib/use-act';

const CHECKLIST = [
  { name: 'accurate', label: '准确：事实、数字、依据都核对过' },
  { name: 'timely', label: '及时：在该公开的期限里' },
  { name: 'complete', label: '完整：正文、附件、要素都齐' },
  { name: 'secrecy', label: '保密：没有涉密的，个人信息都处理过' },
] as const;
type Fields = Record<(typeof CHECKLIST)[number]['name'], boolean> & { comment?: string };

/** A signature of record: over what was read, with every point confirmed by hand. */
export function SignForm({ draft }: { draft: Draft }) {
  const { id, revision, contentHash, step } = draft;
  const sign = useAct(
    ({ comment }: Fields) =>
      api.call('staff.drafts.sign', {
        params: { id },
        body: {
          ...{ revision, contentHash },
          checklist: { accurate: true, timely: true, complete: true, secrecy: true },
          ...(comment?.trim() && { comment: comment.trim() }),
        },
      }),
    '签好了',
  );
  return (
    <Card
      title={
        <h2 className="card-title">{step ? `${step.name}（共 ${step.of} 步，这是第 ${step.number} 步）` : '审核'}</h2>
      }
    >
      <Form<Fields> layout="vertical" requiredMark={false} onFinish={fields => sign.mutate(fields)}>
        {CHECKLIST.map(({ name, label }) => (
          <Form.Item
            key={name}
            name={name}
            valuePropName="checked"
            className="check"
            rules={[
              { validator: (_, value) => (value ? Promise.resolve() : Promise.reject(new Error('核对过再勾上'))) },
            ]}
          >
            <Checkbox>{label}</Checkbox>
          </Form.Item>
        ))}
        <Form.Item name="comment" label="意见（可以不写）">
          <Input.TextArea rows={3} maxLength={500} showCount />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={sign.isPending}>
          通过，签名
        </Button>
      </Form>
    </Card>
  );
}
