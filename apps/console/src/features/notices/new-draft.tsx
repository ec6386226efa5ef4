import type { NoticeSummary } from '@bandeng/contracts/types';
import { Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../../lib/http';
import { ActForm } from '../../ui/act-form';
import { useColumns } from './use-columns';
import { KIND_NAMES } from './words';

interface Fields {
  title: string;
  kind: NoticeSummary['kind'];
  unitId: string;
}

interface Props {
  /** Of this person; one at least. */
  units: { value: string; label: string }[];
  /** The column it is written for, when it is for one. */
  columnId?: string | undefined;
  close: () => void;
}

/** A draft begins with what it is and whose it is. */
export function NewDraft({ units, columnId, close }: Props) {
  const [id] = useState(() => crypto.randomUUID());
  const navigate = useNavigate();
  const [only] = units;
  const column = useColumns().find(({ value }) => value === columnId);
  return (
    <ActForm<Fields, unknown>
      title={column ? `写一条，放在“${column.label}”` : '写一条公开信息'}
      submit="开始写"
      done="起好了，写的时候会自动保存"
      initial={{ title: '', kind: 'announcement', ...(units.length === 1 && only && { unitId: only.value }) }}
      close={close}
      work={async fields => {
        const content = { ...fields, ...(columnId && { columnIds: [columnId] }) };
        await api.call('staff.drafts.create', { body: { id, content } });
        await navigate(`/notices/drafts/${id}`);
      }}
    >
      <Form.Item name="title" label="标题（以后还可以改）">
        <Input maxLength={200} autoFocus />
      </Form.Item>
      <Form.Item name="kind" label="种类">
        <Select options={Object.entries(KIND_NAMES).map(([value, label]) => ({ value, label }))} />
      </Form.Item>
      <Form.Item name="unitId" label="发布单位" rules={[{ required: true, message: '请选单位' }]}>
        <Select showSearch={{ optionFilterProp: 'label' }} options={units} />
      </Form.Item>
    </ActForm>
  );
}
