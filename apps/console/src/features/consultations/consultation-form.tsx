import type { Block } from '@bandeng/contracts/schemas';
import type { Attachment } from '@bandeng/contracts/types';
import { Button, Card, Form, Input, Radio, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { required } from '../../lib/required';
import { AttachedFiles } from '../../ui/attached-files';
import { UnitField } from '../../ui/unit-field';
import { BlockEditor } from '../../ui/block-editor/block-editor';
import { ClauseEditor } from './clause-editor';
import { clausesOf, faultsOf } from './clause-edits';
import { EditionField, ReferenceFields } from './reference-fields';
import type { Clause } from './split-clauses';
import { WaysField } from './ways-field';
import { WindowFields } from './window-fields';
import type { ConsultationDraft } from './words';

type Plain = Pick<
  ConsultationDraft,
  'question' | 'title' | 'unitId' | 'kind' | 'display' | 'contact' | 'shortenReason' | 'ways' | 'areaIds' | 'domainIds'
>;
export interface Fields extends Plain {
  opensOn: Dayjs;
  closesOn?: Dayjs | null;
  outcomeDueOn?: Dayjs | null;
  source: 'clauses' | 'entries';
  editionId?: string;
}

/** What it begins with. */
export interface Start {
  fields: Partial<Fields>;
  clauses: readonly Clause[];
  background: readonly Block[];
  files: readonly Attachment[];
}

interface Props {
  start: Start;
  submit: string;
  isBusy: boolean;
  save: (input: Omit<ConsultationDraft, 'id'>) => void;
}

const DISPLAYS = [
  { value: 'after_review', label: '工作人员看过再公开' },
  { value: 'after_check', label: '自动检查过就公开，拿不准的由人看' },
  { value: 'with_outcome', label: '和结果一起公开' },
];
const NO_FAULTS: ReadonlyMap<number, readonly string[]> = new Map();

/** A consultation from a text that is pasted and split, or from an edition of the catalog. */
export function ConsultationForm({ start, submit, isBusy, save }: Props) {
  const [clauses, setClauses] = useState(start.clauses);
  const [background, setBackground] = useState(start.background);
  const [fileIds, setFileIds] = useState<readonly string[]>(() => start.files.map(({ id }) => id));
  const [form] = Form.useForm<Fields>();
  const source = Form.useWatch('source', form);
  const isReady = source === 'entries' || faultsOf(clauses).length === 0;
  return (
    <Form<Fields>
      form={form}
      layout="vertical"
      requiredMark={false}
      scrollToFirstError
      initialValues={start.fields}
      onFinish={fields =>
        save({ ...inputOf(fields, clauses), background: [...background], attachmentIds: [...fileIds] })
      }
    >
      <div className="columns even">
        <Card title={<h2 className="card-title">问什么</h2>}>
          <Form.Item name="question" label="用大白话问一句" rules={required('请写一句大家看得懂的话')}>
            <Input maxLength={60} showCount autoFocus />
          </Form.Item>
          <Form.Item name="title" label="正式名称" rules={required('请写正式名称')}>
            <Input maxLength={200} />
          </Form.Item>
          <UnitField label="哪个单位问" />
          <Form.Item name="contact" label="找谁问（科室、电话）" rules={required('请写一种')}>
            <Input maxLength={200} />
          </Form.Item>
          <WaysField />
        </Card>
        <Card title={<h2 className="card-title">怎么征集</h2>}>
          <WindowFields />
          <Form.Item name="display" label="收到的意见什么时候公开">
            <Select options={DISPLAYS} />
          </Form.Item>
          <ReferenceFields />
        </Card>
      </div>
      <Card className="draft-card" title={<h2 className="card-title">起草说明</h2>}>
        <p className="quiet">为什么要定、依据什么、主要内容是什么。和草案一起公布。</p>
        <BlockEditor label="起草说明" blocks={start.background} change={setBackground} faults={NO_FAULTS} />
        <h3 className="card-title materials">材料（依据、对照表、评估报告…）</h3>
        <AttachedFiles known={start.files} value={fileIds} change={setFileIds} />
      </Card>
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
      <Button type="primary" htmlType="submit" disabled={!isReady} loading={isBusy}>
        {submit}
      </Button>
    </Form>
  );
}

const dateOf = (day: Dayjs): string => day.format('YYYY-MM-DD');

function inputOf(
  { opensOn, closesOn, outcomeDueOn, source, editionId = '', shortenReason, ...plain }: Fields,
  clauses: readonly Clause[],
): Omit<ConsultationDraft, 'id' | 'background'> {
  return {
    ...plain,
    opensOn: dateOf(opensOn),
    ...(closesOn && { closesOn: dateOf(closesOn) }),
    ...(outcomeDueOn && { outcomeDueOn: dateOf(outcomeDueOn) }),
    ...(shortenReason && { shortenReason }),
    draft: source === 'entries' ? { kind: 'entries', editionId } : { kind: 'clauses', clauses: clausesOf(clauses) },
  };
}
