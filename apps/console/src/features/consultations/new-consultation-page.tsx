import { App, Button, Card, Form, Input, Radio, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../../lib/http';
import { sayRefusal } from '../../lib/use-act';
import { Page } from '../../ui/page';
import { ClauseEditor } from './clause-editor';
import { faultsOf } from './clause-edits';
import { blocksOf } from './plain-blocks';
import { EditionField, ReferenceFields, UnitField } from './reference-fields';
import type { Clause } from './split-clauses';
import { WindowFields } from './window-fields';
import type { ConsultationDraft } from './words';

type Plain = Pick<
  ConsultationDraft,
  'question' | 'title' | 'unitId' | 'kind' | 'display' | 'contact' | 'shortenReason'
>;
interface Fields extends Plain {
  opensOn: Dayjs;
  closesOn?: Dayjs | null;
  background?: string;
  areaIds?: string[];
  domainIds?: string[];
  source: 'clauses' | 'entries';
  editionId?: string;
}

const required = (message: string) => [{ required: true, whitespace: true, message }];
const DISPLAYS = [
  { value: 'after_review', label: '工作人员看过再公开' },
  { value: 'after_check', label: '自动检查过就公开，拿不准的由人看' },
  { value: 'with_outcome', label: '和结果一起公开' },
];

/** A consultation from a text that is pasted and split, or from an edition of the catalog. */
export function NewConsultationPage() {
  const [id] = useState(() => crypto.randomUUID());
  const [clauses, setClauses] = useState<readonly Clause[]>([]);
  const [form] = Form.useForm<Fields>();
  const source = Form.useWatch('source', form);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const create = useMutation({
    mutationFn: (fields: Fields) =>
      api.call('staff.consultations.create', { body: { id, ...inputOf(fields, clauses) } }),
    onSuccess: async () => {
      void message.success('起草好了，看一看再开始征集');
      await queries.invalidateQueries();
      await navigate(`/consultations/${id}?tab=draft`);
    },
    onError: error => void message.error(sayRefusal(error), 6),
  });
  const isReady = source === 'entries' || faultsOf(clauses).length === 0;
  return (
    <Page title="起草一次征集" note="起草好以后先只有本单位看得到；开始征集以后草案不能再改">
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        scrollToFirstError
        initialValues={{ source: 'clauses', display: 'after_review', opensOn: dayjs() }}
        onFinish={fields => create.mutate(fields)}
      >
        <div className="columns even">
          <Card title={<h2 className="card-title">问什么</h2>}>
            <Form.Item name="question" label="用大白话问一句" rules={required('请写一句大家看得懂的话')}>
              <Input maxLength={60} showCount autoFocus />
            </Form.Item>
            <Form.Item name="title" label="正式名称" rules={required('请写正式名称')}>
              <Input maxLength={200} />
            </Form.Item>
            <UnitField />
            <Form.Item name="background" label="背景（为什么要定、怎么来的，一行一段）">
              <Input.TextArea rows={5} maxLength={5000} />
            </Form.Item>
            <Form.Item name="contact" label="还可以怎么说（电话、地址、信箱）" rules={required('请写一种')}>
              <Input maxLength={200} />
            </Form.Item>
          </Card>
          <Card title={<h2 className="card-title">怎么征集</h2>}>
            <WindowFields />
            <Form.Item name="display" label="收到的意见什么时候公开">
              <Select options={DISPLAYS} />
            </Form.Item>
            <ReferenceFields />
          </Card>
        </div>
        <Card className="draft-card" title={<h2 className="card-title">草案</h2>}>
          <Form.Item name="source" label="草案是什么">
            <Radio.Group
              options={[
                { value: 'clauses', label: '一份文件' },
                { value: 'entries', label: '一版目录' },
              ]}
            />
          </Form.Item>
          {source === 'entries' ? <EditionField /> : <ClauseEditor clauses={clauses} change={setClauses} />}
        </Card>
        {!isReady && <p className="quiet">{faultsOf(clauses).slice(0, 3).join('；')}。</p>}
        <Button type="primary" htmlType="submit" disabled={!isReady} loading={create.isPending}>
          起草好了
        </Button>
      </Form>
    </Page>
  );
}

function inputOf(
  { opensOn, closesOn, background = '', source, editionId = '', shortenReason, ...plain }: Fields,
  clauses: readonly Clause[],
): Omit<ConsultationDraft, 'id'> {
  return {
    ...plain,
    opensOn: opensOn.format('YYYY-MM-DD'),
    ...(closesOn && { closesOn: closesOn.format('YYYY-MM-DD') }),
    ...(shortenReason && { shortenReason }),
    background: blocksOf(background),
    draft: source === 'entries' ? { kind: 'entries', editionId } : { kind: 'clauses', clauses: [...clauses] },
  };
}
