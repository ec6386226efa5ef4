import { ApiError } from '@bandeng/contracts/api-error';
import type { Ledger } from '@bandeng/contracts/types';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Card, Form, Input, Popconfirm, Select } from 'antd';
import { useEffect, useRef } from 'react';
import { api } from '../../lib/http';
import { sayRefusal } from '../../lib/use-act';
import type { Detail } from './consultation-facts';
import { blocksOf } from './plain-blocks';

interface Fields {
  summary: string;
  nextEditionId?: string;
}

/** All answers go out together, once. */
export function PublishForm({ consultation, ledger }: { consultation: Detail; ledger: Ledger }) {
  const { id, abilities, draftKind } = consultation;
  const [form] = Form.useForm<Fields>();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const publish = useMutation({
    mutationFn: ({ summary, nextEditionId }: Fields) =>
      api.call('staff.consultations.publishOutcome', {
        params: { id },
        body: { summary: blocksOf(summary), ...(nextEditionId && { nextEditionId }) },
      }),
    onSuccess: () => void message.success('结果公布了，提过意见的人会收到通知'),
    // Somebody may have taken an answer back meanwhile: the account is read again either way.
    onSettled: () => queries.invalidateQueries(),
  });
  const proposed = ledger.balanced ? summaryOf(ledger) : '';
  const offered = useRef('');
  useEffect(() => {
    // What somebody wrote stays.
    if (((form.getFieldValue('summary') as string | undefined) ?? '') !== offered.current) return;
    form.setFieldValue('summary', proposed);
    offered.current = proposed;
  }, [form, proposed]);
  if (!abilities?.publishOutcome) return null;
  return (
    <Card title={<h2 className="card-title">公布结果</h2>}>
      <Form<Fields> form={form} layout="vertical" requiredMark={false} onFinish={fields => publish.mutate(fields)}>
        <Form.Item
          name="summary"
          label="先说几句（一行一段；各条答复和数字由系统附上）"
          rules={[{ required: true, whitespace: true, message: '请写几句' }]}
        >
          <Input.TextArea rows={6} maxLength={5000} showCount />
        </Form.Item>
        {draftKind === 'entries' && <NextEdition />}
        {publish.error && (
          <Alert
            type="error"
            showIcon
            title={sayRefusal(publish.error)}
            description={<Problems error={publish.error} />}
          />
        )}
        <Popconfirm
          title="现在公布？"
          description="全部答复一起公布，公布以后不能再改。"
          okText="公布"
          cancelText="先不"
          disabled={!ledger.balanced}
          onConfirm={() => form.submit()}
        >
          <Button type="primary" className="publish" disabled={!ledger.balanced} loading={publish.isPending}>
            公布结果
          </Button>
        </Popconfirm>
      </Form>
    </Card>
  );
}

/** Adopted wordings of single columns are written into this edition, which is still a draft. */
function NextEdition() {
  const { data } = useQuery({
    queryKey: ['editions', 'draft'],
    queryFn: () => api.call('editions.list', { query: { limit: 100, state: 'draft' } }),
  });
  return (
    <Form.Item name="nextEditionId" label="采纳的改动写进哪一版目录（可以不选）">
      <Select
        allowClear
        notFoundContent="没有在编的目录版本"
        options={data?.items.map(({ id, title }) => ({ value: id, label: title }))}
      />
    </Form.Item>
  );
}

function Problems({ error }: { error: Error }) {
  const data = error instanceof ApiError ? (error.problem.data as { problems?: string[] } | undefined) : undefined;
  if (!data?.problems?.length) return null;
  return (
    <ul className="problems">
      {data.problems.map(problem => (
        <li key={problem}>{problem}</li>
      ))}
    </ul>
  );
}

const summaryOf = ({ received, adopted, partly }: Ledger): string =>
  received === 0
    ? '征集期间没有收到意见。'
    : `一共收到 ${received} 条意见，采纳 ${adopted} 条，部分采纳 ${partly} 条。每一条都有答复，没有采纳的写明了理由。`;
