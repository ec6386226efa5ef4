import { ApiError } from '@bandeng/contracts/api-error';
import { Button, Checkbox, Form, Input } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../../lib/http';
import { ActForm } from '../../ui/act-form';

interface Fields {
  reason: string;
  concealsBefore?: boolean;
}

/** Begins a correction of what is public: a draft of its own, which goes the whole way. */
export function Correct({ id, title }: { id: string; title: string }) {
  const [isOpen, setOpen] = useState(false);
  const [draftId] = useState(() => crypto.randomUUID());
  const navigate = useNavigate();
  const begin = async ({ reason, concealsBefore = false }: Fields): Promise<string> => {
    try {
      const body = { id: draftId, reason, concealsBefore };
      return (await api.call('staff.drafts.correct', { params: { id }, body })).id;
    } catch (error) {
      const { draftId: begun } = error instanceof ApiError ? ((error.problem.data ?? {}) as { draftId?: unknown }) : {};
      // Somebody has begun one: there is one way on, and it is that one.
      if (typeof begun === 'string') return begun;
      throw error;
    }
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>更正</Button>
      {isOpen && (
        <ActForm<Fields, unknown>
          title={`更正：${title}`}
          submit="开始改"
          done="更正的草稿打开了，审过、发布以后换上"
          close={() => setOpen(false)}
          work={async fields => navigate(`/notices/drafts/${await begin(fields)}`)}
        >
          <Form.Item
            name="reason"
            label="为什么更正（公众看得到）"
            rules={[{ required: true, whitespace: true, message: '请写明理由' }]}
          >
            <Input.TextArea rows={3} maxLength={500} showCount autoFocus />
          </Form.Item>
          <Form.Item name="concealsBefore" valuePropName="checked">
            <Checkbox>原来的里面有不该公开的，发布以后不再展示原来的</Checkbox>
          </Form.Item>
        </ActForm>
      )}
    </>
  );
}
