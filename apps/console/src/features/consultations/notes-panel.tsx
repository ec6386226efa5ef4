import type { StaffComment } from '@bandeng/contracts/types';
import { sayExactly } from '@bandeng/rules';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { api } from '../../lib/http';
import { useAct } from '../../lib/use-act';

interface Props {
  consultationId: string;
  comment: Pick<StaffComment, 'id' | 'notes'>;
}

/** What the units at work on a comment tell each other: nobody else reads it. */
export function NotesPanel({ consultationId, comment: { id: commentId, notes } }: Props) {
  const [isWriting, setWriting] = useState(false);
  return (
    <section aria-label="内部记录" className="stack">
      {notes.length > 0 && (
        <ul className="plain-list">
          {notes.map(({ unit, at, text }) => (
            <li key={`${at}${text}`}>
              <span className="quiet">
                {unit.name} · {sayExactly(at)}
              </span>
              <p className="prose">{text}</p>
            </li>
          ))}
        </ul>
      )}
      {isWriting ? (
        <Writing consultationId={consultationId} commentId={commentId} close={() => setWriting(false)} />
      ) : (
        <div>
          <Button onClick={() => setWriting(true)}>记一句（不公开）</Button>
        </div>
      )}
    </section>
  );
}

function Writing({
  consultationId,
  commentId,
  close,
}: {
  consultationId: string;
  commentId: string;
  close: () => void;
}) {
  // Sent twice it is one note.
  const [id] = useState(() => crypto.randomUUID());
  const note = useAct(async ({ text }: { text: string }) => {
    await api.call('staff.comments.note', { params: { id: consultationId, commentId }, body: { id, text } });
    close();
  }, '记下了');
  return (
    <Form<{ text: string }> layout="vertical" requiredMark={false} onFinish={fields => note.mutate(fields)}>
      <Form.Item
        name="text"
        label="内部记录（不公开）"
        rules={[{ required: true, whitespace: true, message: '请写一句' }]}
      >
        <Input.TextArea autoFocus rows={2} maxLength={1000} />
      </Form.Item>
      <Button htmlType="submit" loading={note.isPending}>
        记下
      </Button>
    </Form>
  );
}
