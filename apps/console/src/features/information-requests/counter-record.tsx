import { Form, Input } from 'antd';
import { Papers } from './counter-agent';
import { required } from './form-parts';

/** Art. 41: whose record, what it says, what is right, and what shows it. */
export function RecordFields() {
  return (
    <>
      <div className="counter-pair">
        <Form.Item name="wanted" label="哪份记录" rules={required('请写是哪份记录')}>
          <Input maxLength={200} autoComplete="off" />
        </Form.Item>
        <Form.Item name="holder" label="哪个单位记的" rules={required('请写是哪个单位的记录')}>
          <Input maxLength={100} autoComplete="off" />
        </Form.Item>
      </div>
      <Form.Item name="written" label="上面是怎么写的" rules={required('请写')}>
        <Input.TextArea rows={2} maxLength={1000} />
      </Form.Item>
      <Form.Item name="right" label="应当是怎样的" rules={required('请写')}>
        <Input.TextArea rows={2} maxLength={1000} />
      </Form.Item>
      <Form.Item name="evidence" label="证据的照片或者 PDF（第四十一条：有证据证明；加密保存）">
        <Papers label="传证据" />
      </Form.Item>
    </>
  );
}
