import type { PanelNote } from '@bandeng/contracts/types';
import { sayWhen } from '@bandeng/rules';
import { Button, Form, Input, Radio, Space, Tag } from 'antd';
import { useState } from 'react';
import { api } from '../../../lib/http';
import { useAct } from '../../../lib/use-act';
import { ActForm } from '../../../ui/act-form';
import { NoteForm } from './note-form';
import { VERDICT_NAMES } from './words';

/** Notes on one entry, each with what became of it. */
export function NoteList({ roundId, notes }: { roundId: string; notes: readonly PanelNote[] }) {
  if (notes.length === 0) return null;
  return (
    <ul className="plain-list panel-notes">
      {notes.map(note => (
        <li key={note.id}>
          <Note roundId={roundId} note={note} />
        </li>
      ))}
    </ul>
  );
}

function Note({ roundId, note }: { roundId: string; note: PanelNote }) {
  const { id, by, at, body, answer, entryId, entryName, abilities = {} } = note;
  const [asks, setAsks] = useState<'change' | 'answer'>();
  const close = () => setAsks(undefined);
  const params = { id: roundId, noteId: id };
  const takeBack = useAct(() => api.call('staff.rounds.takeBackNote', { params }), '收回了');
  return (
    <>
      <p className="prose">{body}</p>
      <div className="quiet">
        {by.name} · {sayWhen(at, new Date())}
      </div>
      {answer && (
        <p className="prose">
          <Tag>{VERDICT_NAMES[answer.verdict]}</Tag>
          {answer.words}
          <span className="quiet">（{answer.by.name}）</span>
        </p>
      )}
      <Space wrap>
        {abilities.change && (
          <>
            <Button size="small" onClick={() => setAsks('change')}>
              改
            </Button>
            <Button size="small" loading={takeBack.isPending} onClick={() => takeBack.mutate(undefined)}>
              收回
            </Button>
          </>
        )}
        {abilities.answer && (
          <Button size="small" onClick={() => setAsks('answer')}>
            {answer ? '改答复' : '答复'}
          </Button>
        )}
      </Space>
      {asks === 'change' && (
        <NoteForm
          roundId={roundId}
          entry={entryId === null ? null : { id: entryId, name: entryName ?? '' }}
          note={note}
          close={close}
        />
      )}
      {asks === 'answer' && (
        <ActForm<{ verdict: keyof typeof VERDICT_NAMES; words: string }, unknown>
          title="答复评审意见"
          submit="答复"
          done="答复了"
          initial={answer ?? { verdict: 'adopted' }}
          close={close}
          work={({ verdict, words }) => api.call('staff.rounds.answerNote', { params, body: { verdict, words } })}
        >
          <Form.Item name="verdict" label="采纳情况">
            <Radio.Group options={Object.entries(VERDICT_NAMES).map(([value, label]) => ({ value, label }))} />
          </Form.Item>
          <Form.Item
            name="words"
            label="怎么改的，或者为什么没有采纳"
            rules={[{ required: true, whitespace: true, message: '请写答复' }]}
          >
            <Input.TextArea rows={4} maxLength={1_000} showCount />
          </Form.Item>
        </ActForm>
      )}
    </>
  );
}
