import { Checkbox, Form, Input } from 'antd';
import { AttachedFiles } from '../../ui/attached-files';
import type { CounterFields } from './counter-body';
import { required } from './form-parts';

/** A copy of who they are, and who acts for them with what authority. Nothing of it has to be there. */
export function AgentFields() {
  const hasAgent = Form.useWatch<boolean | undefined>('hasAgent') === true;
  return (
    <>
      <Form.Item name="identity" label="身份证明的照片或者 PDF（可以不交；加密保存，一年后删去）">
        <Papers label="传身份证明" />
      </Form.Item>
      <Form.Item name="hasAgent" valuePropName="checked">
        <Checkbox>有代理人</Checkbox>
      </Form.Item>
      {hasAgent && <Agent />}
    </>
  );
}

function Agent() {
  const isOnPaper = Form.useWatch<boolean | undefined>('isAuthorityOnPaper') === true;
  return (
    <>
      <div className="counter-pair">
        <Form.Item name="agentName" label="代理人姓名" rules={required('请填写')}>
          <Input maxLength={40} autoComplete="off" />
        </Form.Item>
        <Form.Item name="agentPhone" label="代理人电话" rules={required('请填电话')}>
          <Input maxLength={20} autoComplete="off" />
        </Form.Item>
      </div>
      <Form.Item name="isAuthorityOnPaper" valuePropName="checked">
        <Checkbox>收到纸质的授权委托书</Checkbox>
      </Form.Item>
      <Form.Item
        name="authority"
        label="授权委托书的照片或者 PDF"
        dependencies={['isAuthorityOnPaper']}
        rules={[
          {
            validator: (_, ids: CounterFields['authority']) =>
              isOnPaper || ids?.length ? Promise.resolve() : Promise.reject(new Error('传一份，或者勾选收到纸质的')),
          },
        ]}
      >
        <Papers label="传授权委托书" />
      </Form.Item>
    </>
  );
}

interface PapersProps {
  id?: string;
  label: string;
  value?: readonly string[];
  onChange?: (ids: string[]) => void;
}

/** Files as a field of a form. */
export function Papers({ id, label, value = [], onChange }: PapersProps) {
  return (
    <AttachedFiles
      {...(id && { id })}
      label={label}
      accept="image/*,application/pdf"
      known={[]}
      value={value}
      change={next => onChange?.(next(value))}
    />
  );
}
