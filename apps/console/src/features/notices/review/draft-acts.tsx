import type { Draft } from '@bandeng/contracts/types';
import { Button, Form, Input, Popconfirm, Select, Space } from 'antd';
import { useState, type ReactNode } from 'react';
import { api } from '../../../lib/http';
import { useAct } from '../../../lib/use-act';
import { ActForm } from '../../../ui/act-form';

type Asked = 'sendBack' | 'refusePass' | 'waiveInterpretation' | 'askSecrecy';

interface Props {
  draft: Draft;
  /** The revision that was seen last, and what has to be saved before an act; while one reads, the draft's own. */
  before?: () => Promise<number>;
  /** It goes on being written after an act, from this revision. */
  after?: (revision: number) => void;
  children?: ReactNode;
}

/** What this person may do with the draft, besides writing and signing. */
export function DraftActs({ draft, before = () => Promise.resolve(draft.revision), after, children }: Props) {
  const { id, abilities } = draft;
  const [asked, setAsked] = useState<Asked>();
  const close = () => setAsked(undefined);
  const recall = useAct(
    async () => api.call('staff.drafts.recall', { params: { id }, body: { revision: await before() } }),
    '取回来了，改好再送审',
  );
  const file = useAct(
    () => api.call('staff.drafts.file', { params: { id }, body: { revision: draft.revision } }),
    '归档了，不发布',
  );
  const discard = useAct(
    async () => api.call('staff.drafts.discard', { params: { id }, body: { revision: await before() } }),
    '废弃了',
  );
  return (
    <Space wrap>
      {children}
      {abilities?.['file'] && (
        <Button type="primary" loading={file.isPending} onClick={() => file.mutate(undefined)}>
          归档留存
        </Button>
      )}
      {abilities?.['recall'] && (
        <Popconfirm
          title="取回来改？"
          description="改了以后，已经签的都作废，从头再审。"
          okText="取回来"
          cancelText="先不"
          onConfirm={() => recall.mutate(undefined)}
        >
          <Button loading={recall.isPending}>取回来改</Button>
        </Popconfirm>
      )}
      {abilities?.['sendBack'] && <Button onClick={() => setAsked('sendBack')}>退回</Button>}
      {abilities?.['refusePass'] && <Button onClick={() => setAsked('refusePass')}>不放行，退回</Button>}
      {abilities?.['waiveInterpretation'] && (
        <Button onClick={() => setAsked('waiveInterpretation')}>同意不带解读</Button>
      )}
      {abilities?.['askSecrecy'] && <Button onClick={() => setAsked('askSecrecy')}>请保密审查看</Button>}
      {abilities?.['discard'] && (
        <Popconfirm
          title="废弃这份草稿？"
          description="留着记录，不能再写。"
          okText="废弃"
          cancelText="先不"
          onConfirm={() => discard.mutate(undefined)}
        >
          <Button danger loading={discard.isPending}>
            废弃
          </Button>
        </Popconfirm>
      )}
      {asked === 'sendBack' && <SendBack draft={draft} close={close} />}
      {asked === 'refusePass' && (
        <WithWords
          title="不放行，退回给经办"
          submit="退回"
          done="退回了"
          label="怎么改（经办看得到）"
          close={close}
          work={comment =>
            api.call('staff.drafts.refusePass', { params: { id }, body: { revision: draft.revision, comment } })
          }
        />
      )}
      {asked === 'waiveInterpretation' && (
        <WithWords
          title="这份文件不带解读"
          submit="同意"
          done="记下了，可以不带解读"
          label="为什么不用解读（会留下来）"
          close={close}
          work={reason =>
            api.call('staff.drafts.waiveInterpretation', { params: { id }, body: { revision: draft.revision, reason } })
          }
        />
      )}
      {asked === 'askSecrecy' && (
        <WithWords
          title="请保密审查看没遮住的"
          submit="请他看"
          done="保密审查那边看得到了"
          label="哪些要留着、为什么"
          close={close}
          work={async note => {
            const body = { revision: await before(), note };
            const { revision } = await api.call('staff.drafts.askSecrecy', { params: { id }, body });
            after?.(revision);
          }}
        />
      )}
    </Space>
  );
}

interface WordsProps {
  title: string;
  submit: string;
  done: string;
  label: string;
  close: () => void;
  work: (words: string) => Promise<unknown>;
}

const WORDS = { required: true, whitespace: true, message: '请写明白' };

function WithWords({ label, work, ...form }: WordsProps) {
  return (
    <ActForm<{ words: string }, unknown> {...form} work={({ words }) => work(words)}>
      <Form.Item name="words" label={label} rules={[WORDS]}>
        <Input.TextArea rows={4} maxLength={500} showCount autoFocus />
      </Form.Item>
    </ActForm>
  );
}

/** To the writer, or to a step that lies behind. */
function SendBack({ draft, close }: { draft: Draft; close: () => void }) {
  const { id, revision, step, signatures } = draft;
  const reached = step?.number ?? Number.POSITIVE_INFINITY;
  const behind = signatures.filter(one => !one.isVoid && one.step < reached);
  return (
    <ActForm<{ to: number | 'writer'; comment: string }, unknown>
      title="退回"
      submit="退回"
      done="退回了"
      initial={{ to: 'writer' }}
      close={close}
      work={({ to, comment }) => api.call('staff.drafts.sendBack', { params: { id }, body: { revision, to, comment } })}
    >
      <Form.Item name="to" label="退回给谁">
        <Select
          options={[
            { value: 'writer', label: '经办，改好重新送审' },
            ...behind.map(one => ({ value: one.step, label: `${one.name}（${one.by.name}），重新审` })),
          ]}
        />
      </Form.Item>
      <Form.Item name="comment" label="哪里要改（他看得到）" rules={[WORDS]}>
        <Input.TextArea rows={4} maxLength={1_000} showCount autoFocus />
      </Form.Item>
    </ActForm>
  );
}
