import type { PanelNote } from '@bandeng/contracts/types';
import { Form, Input } from 'antd';
import { useState } from 'react';
import { api } from '../../../lib/http';
import { ActForm } from '../../../ui/act-form';

interface Props {
  roundId: string;
  /** Null: the edition as a whole. */
  entry: { id: string; name: string } | null;
  /** The note that is changed. */
  note?: PanelNote;
  close: () => void;
}

/** One note; its id is made once, so that a second tap is the same note. */
export function NoteForm({ roundId, entry, note, close }: Props) {
  const [noteId] = useState(() => note?.id ?? crypto.randomUUID());
  return (
    <ActForm<{ body: string }, unknown>
      title={entry ? `对“${entry.name}”提意见` : '对整个版本提意见'}
      submit={note ? '改好了' : '提出'}
      done={note ? '改好了' : '提出了，办公室会逐条答复'}
      initial={{ body: note?.body ?? '' }}
      close={close}
      work={({ body }) =>
        api.call('staff.rounds.writeNote', {
          params: { id: roundId, noteId },
          body: { entryId: entry?.id ?? null, body },
        })
      }
    >
      <Form.Item name="body" label="意见" rules={[{ required: true, whitespace: true, message: '请写意见' }]}>
        <Input.TextArea rows={5} maxLength={2_000} showCount />
      </Form.Item>
    </ActForm>
  );
}
