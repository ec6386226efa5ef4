import { Button, DatePicker, Form, Input, Space } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { api } from '../../lib/http';
import { ActForm } from '../../ui/act-form';
import { day, required, type ActProps } from './form-parts';

interface Fields {
  on: Dayjs;
  topic: string;
  members: { name: string; role: string; opinion: string }[];
  conclusion: string;
}

/** 会商: on what, who was asked, what each said, what came of it. */
export function Confer({ id, close }: ActProps) {
  const [conferenceId] = useState(() => crypto.randomUUID());
  return (
    <ActForm<Fields, unknown>
      title="记一次会商（申请人看不到）"
      submit="记下"
      done="记下了"
      initial={{ members: [{ name: '', role: '', opinion: '' }] }}
      close={close}
      work={({ on, ...body }) =>
        api.call('staff.informationRequests.confer', {
          params: { id },
          body: { id: conferenceId, on: on.format('YYYY-MM-DD'), ...body },
        })
      }
    >
      <Form.Item name="topic" label="商量什么" rules={required('请写商量什么')}>
        <Input maxLength={200} autoFocus />
      </Form.Item>
      <Form.Item name="on" label="哪一天" rules={day}>
        <DatePicker />
      </Form.Item>
      <Form.List name="members">
        {(members, { add, remove }) => (
          <fieldset className="plain-fieldset">
            <legend>问了谁，各人怎么说</legend>
            {members.map(({ key, name }) => (
              <div key={key}>
                <Space wrap align="start">
                  <Form.Item name={[name, 'name']} label="姓名" rules={required('请写姓名')}>
                    <Input maxLength={40} />
                  </Form.Item>
                  <Form.Item name={[name, 'role']} label="单位、职务" rules={required('请写单位、职务')}>
                    <Input maxLength={60} />
                  </Form.Item>
                  {members.length > 1 && (
                    <Button aria-label={`去掉第 ${name + 1} 位`} onClick={() => remove(name)}>
                      去掉
                    </Button>
                  )}
                </Space>
                <Form.Item name={[name, 'opinion']} label="意见" rules={required('请写意见')}>
                  <Input.TextArea rows={2} maxLength={1000} />
                </Form.Item>
              </div>
            ))}
            {members.length < 20 && <Button onClick={() => add({ name: '', role: '', opinion: '' })}>再加一位</Button>}
          </fieldset>
        )}
      </Form.List>
      <Form.Item name="conclusion" label="结论" rules={required('请写结论')}>
        <Input.TextArea rows={3} maxLength={2000} showCount />
      </Form.Item>
    </ActForm>
  );
}
