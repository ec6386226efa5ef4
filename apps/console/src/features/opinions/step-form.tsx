import { OPINION_GRAVITY_LABELS } from '@bandeng/contracts/routes';
import type { Opinion, RouteCall } from '@bandeng/contracts/types';
import { useQuery } from '@tanstack/react-query';
import { Form, Input, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { api } from '../../lib/http';
import { optionsOf } from '../../lib/options-of';
import { required } from '../../lib/required';
import { useSettled } from '../../lib/use-settled';
import { ActForm } from '../../ui/act-form';
import { TimeField } from './time-field';

type Body = RouteCall<'staff.opinions.step'>['body'];
type Fields = Omit<Body, 'id' | 'kind' | 'at'> & { at: Dayjs };
export type StepKind = Body['kind'];

/** What is written down, and how its form asks for it. */
export const STEPS: Readonly<Record<StepKind, { label: string; title: string; note: string; needsNote: boolean }>> = {
  informed: { label: '发布了信息', title: '发布了权威信息', note: '发在哪里、说了什么', needsNote: false },
  briefed: { label: '开了发布会', title: '开了新闻发布会', note: '谁主持、说了什么（可以不写）', needsNote: false },
  reported: { label: '报告了上级', title: '报告了上级', note: '报给谁、怎么说的（可以不写）', needsNote: false },
  noted: { label: '记一笔', title: '记一笔', note: '做了什么、有什么新情况', needsNote: true },
  graded: { label: '改级别', title: '改级别', note: '为什么', needsNote: true },
  closed: { label: '办结', title: '写结论，办结', note: '结论：事情怎么样了，怎么回应的', needsNote: true },
};

/** One step with the minute it was taken; what was published is linked to its notice, or said in words. */
export function StepForm({ opinion, kind, close }: { opinion: Opinion; kind: StepKind; close: () => void }) {
  const [stepId] = useState(() => crypto.randomUUID());
  const { title, note, needsNote } = STEPS[kind];
  return (
    <ActForm<Fields, unknown>
      title={title}
      submit={kind === 'closed' ? '办结' : '记下'}
      done={kind === 'closed' ? '办结了' : '记下了'}
      initial={{ at: dayjs() }}
      close={close}
      work={({ at, note: words, ...fields }) => {
        const body = { ...fields, id: stepId, kind, at: at.toISOString(), ...(words && { note: words }) };
        return api.call('staff.opinions.step', { params: { id: opinion.id }, body });
      }}
    >
      <TimeField name="at" label="什么时候" />
      {kind === 'informed' && <NoticeField />}
      {kind === 'graded' && (
        <Form.Item name="gravity" label="改为" rules={[{ required: true, message: '请选一级' }]}>
          <Select options={optionsOf(OPINION_GRAVITY_LABELS).filter(({ value }) => value !== opinion.gravity)} />
        </Form.Item>
      )}
      <Form.Item
        name="note"
        label={note}
        {...(needsNote && { rules: required('请写一写') })}
        {...(kind === 'informed' && { dependencies: ['noticeId'], rules: [saidOrLinked] })}
      >
        <Input.TextArea rows={4} maxLength={500} showCount />
      </Form.Item>
    </ActForm>
  );
}

const saidOrLinked = ({ getFieldValue }: { getFieldValue: (name: string) => unknown }) => ({
  validator: async (_: unknown, words?: string) => {
    if (!words?.trim() && !getFieldValue('noticeId')) throw new Error('连到一条公开信息，或者写明发在哪里');
  },
});

function NoticeField() {
  const [typed, type] = useState('');
  const q = useSettled(typed.trim()) || undefined;
  const { data, isFetching } = useQuery({
    queryKey: ['notices', 'to-link', q],
    queryFn: () => api.call('notices.list', { query: { limit: 20, q } }),
  });
  return (
    <Form.Item name="noticeId" label="发在本系统的，连到那一条（可以不连）">
      <Select
        allowClear
        showSearch={{ filterOption: false, onSearch: type }}
        loading={isFetching}
        options={data?.items.map(({ id, title }) => ({ value: id, label: title })) ?? []}
        notFoundContent="没有找到"
      />
    </Form.Item>
  );
}
