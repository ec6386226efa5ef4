import { Button, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { api } from '../../lib/http';
import { ActForm } from '../../ui/act-form';
import { required, type ActProps } from './form-parts';

interface Fields {
  way: 'split' | 'merge';
  stays?: string;
  parts?: string[];
  into?: string;
  reason: string;
}

/** One request, one matter: several become cases of their own, or one goes on in another. */
export function OneMatter({ id, request, close }: ActProps) {
  const [ids] = useState(() => Array.from({ length: 9 }, () => crypto.randomUUID()));
  const send = ({ way, stays = '', parts = [], into = '', reason }: Fields) => {
    if (way === 'merge')
      return api.call('staff.informationRequests.merge', { params: { id }, body: { into: into.trim(), reason } });
    const { documentNumber, description } = request.content;
    const kept = { ...(documentNumber && { documentNumber }), ...(description && { description }) };
    return api.call('staff.informationRequests.split', {
      params: { id },
      body: {
        stays: { name: stays, ...kept },
        parts: parts.map((name, at) => ({ id: ids[at]!, content: { name } })),
        reason,
      },
    });
  };
  return (
    <ActForm<Fields, unknown>
      title="一事一申请：拆成几件，或者并到另一件"
      submit="就这样办"
      done="办好了，收到的日子不变"
      initial={{ way: 'split', stays: request.content.name, parts: [''] }}
      close={close}
      work={send}
    >
      <Form.Item name="way" label="怎么办">
        <Radio.Group
          options={[
            { value: 'split', label: '拆成几件' },
            { value: 'merge', label: '并到先收到的另一件' },
          ]}
        />
      </Form.Item>
      <Form.Item noStyle shouldUpdate>
        {({ getFieldValue }) => (getFieldValue('way') === 'merge' ? <Into /> : <Parts />)}
      </Form.Item>
      <Form.Item name="reason" label="为什么（申请人看得到）" rules={required('请写明理由')}>
        <Input.TextArea rows={2} maxLength={300} showCount />
      </Form.Item>
    </ActForm>
  );
}

function Into() {
  return (
    <Form.Item name="into" label="那一件的编号（同一申请人、先收到的）" rules={required('请写编号')}>
      <Input maxLength={40} placeholder="栖公申〔2026〕0001" />
    </Form.Item>
  );
}

function Parts() {
  return (
    <>
      <Form.Item name="stays" label="这一件留下什么" rules={required('请写留下什么')}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.List name="parts">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <Form.Item key={key} label={`拆出来的第 ${name + 1} 件`} required>
                <Form.Item name={name} noStyle rules={required('请写要什么')}>
                  <Input maxLength={200} aria-label={`拆出来的第 ${name + 1} 件`} />
                </Form.Item>
                {fields.length > 1 && (
                  <Button size="small" aria-label={`去掉第 ${name + 1} 件`} onClick={() => remove(name)}>
                    去掉
                  </Button>
                )}
              </Form.Item>
            ))}
            {fields.length < 9 && (
              <Form.Item>
                <Button onClick={() => add('')}>再拆一件</Button>
              </Form.Item>
            )}
          </>
        )}
      </Form.List>
    </>
  );
}
