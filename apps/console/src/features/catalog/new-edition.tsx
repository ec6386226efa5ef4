import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, Select } from 'antd';
import { useRef } from 'react';
import { api } from '../../lib/http';
import { listAll } from '../../lib/list-all';
import { ActForm } from '../../ui/act-form';

interface Fields {
  title: string;
  baseEditionId?: string;
  domainIds: string[];
}
interface Props {
  close: () => void;
  made: (id: string) => void;
}

/** A draft of what is in force, or of another edition. */
export function NewEdition({ close, made }: Props) {
  // The same form sent twice makes one edition.
  const id = useRef(crypto.randomUUID());
  return (
    <ActForm<Fields, unknown>
      title="起一个新版本"
      submit="起草"
      done="草案有了，从里面改起"
      close={close}
      work={async ({ title, baseEditionId, domainIds }) => {
        const body = { id: id.current, title, domainIds, ...(baseEditionId && { baseEditionId }) };
        const edition = await api.call('staff.editions.create', { body });
        made(edition.id);
      }}
    >
      <Form.Item
        name="title"
        label="叫什么"
        rules={[
          { required: true, whitespace: true, message: '请写个名字，如“城市综合执法领域标准目录（2026 年修订）”' },
        ]}
      >
        <Input maxLength={200} autoFocus />
      </Form.Item>
      <Sources />
    </ActForm>
  );
}

/** From which edition, and which domains of it. */
function Sources() {
  const form = Form.useFormInstance<Fields>();
  const base = Form.useWatch('baseEditionId', form);
  const editions = useQuery({
    queryKey: ['editions', 'to copy'],
    queryFn: () => api.call('editions.list', { query: { limit: 100 } }),
  });
  const domains = useQuery({
    queryKey: ['domains'],
    queryFn: () => listAll(cursor => api.call('domains.list', { query: { limit: 100, cursor } })),
  });
  const chosen = editions.data?.items.find(({ id }) => id === base);
  const options = chosen
    ? chosen.domains.map(({ id, name }) => ({ value: id, label: name }))
    : (domains.data ?? []).map(({ id, name, entryCount }) => ({ value: id, label: `${name}（${entryCount} 项）` }));
  return (
    <>
      <Form.Item name="baseEditionId" label="从哪一版改起">
        <Select
          allowClear
          placeholder="现行的目录"
          showSearch={{ optionFilterProp: 'label' }}
          options={editions.data?.items.map(({ id, title }) => ({ value: id, label: title }))}
          onChange={() => form.setFieldValue('domainIds', [])}
        />
      </Form.Item>
      <Form.Item name="domainIds" label="哪些领域" rules={[{ required: true, message: '至少选一个领域' }]}>
        <Select
          mode="multiple"
          placeholder="选领域"
          maxTagCount={8}
          showSearch={{ optionFilterProp: 'label' }}
          options={options}
        />
      </Form.Item>
      <Form.Item>
        <Button
          disabled={options.length === 0}
          onClick={() =>
            form.setFieldValue(
              'domainIds',
              options.map(({ value }) => value),
            )
          }
        >
          全部领域
        </Button>
      </Form.Item>
    </>
  );
}
