import { EntryText, type EntryFieldName } from '@bandeng/contracts/entry-text';
import type { EditionEntry } from '@bandeng/contracts/types';
import { Form, Input, Select } from 'antd';
import { useRef } from 'react';
import { api } from '../../lib/http';
import { ActForm } from '../../ui/act-form';
import { COLUMNS, HINTS } from './columns';
import type { EditionDetail } from './edition-page';
import { PATH_HINT, pathOf, pathText } from './path-text';
import { useEntryCache } from './use-edition-entries';

interface Fields {
  domainId: string;
  path?: string;
  texts: Partial<Record<EntryFieldName, string>>;
}
interface Props {
  edition: EditionDetail;
  /** The new one stands by this one. */
  near: EditionEntry | undefined;
  close: () => void;
  made: (entryId: string) => void;
}

/** Columns asked for at once; the others are written in the table. */
const ASKED = COLUMNS.filter(({ isRequired, field }) => isRequired || field === 'channels');

/** One more entry of a draft. */
export function AddEntry({ edition: { id, domains }, near, close, made }: Props) {
  const entryId = useRef(crypto.randomUUID());
  const { readAgain } = useEntryCache(id);
  return (
    <ActForm<Fields, unknown>
      title="加一项"
      submit="加进草案"
      done="加好了，别的栏目在表里写"
      initial={{
        domainId: near?.domain.id ?? domains[0]!.id,
        ...(near && { path: pathText(near.path) }),
        texts: { channels: '■政府网站' },
      }}
      close={close}
      work={async ({ domainId, path = '', texts }) => {
        const body = { id: entryId.current, domainId, path: pathOf(path), texts };
        const entry = await api.call('staff.editions.addEntry', { params: { id }, body });
        await readAgain();
        made(entry.id);
      }}
    >
      <Form.Item name="domainId" label="领域">
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={domains.map(domain => ({ value: domain.id, label: domain.name }))}
        />
      </Form.Item>
      <Form.Item name="path" label={`在哪一项下面（${PATH_HINT}）`}>
        <Input />
      </Form.Item>
      {ASKED.map(({ field, label }) => (
        <Form.Item
          key={field}
          name={['texts', field]}
          label={HINTS[field] ? `${label}（${HINTS[field]}）` : label}
          validateTrigger="onBlur"
          rules={[{ validator: (_, text?: string) => check(field, text ?? '') }]}
        >
          {field === 'name' ? <Input maxLength={200} /> : <Input.TextArea autoSize={{ minRows: 1, maxRows: 6 }} />}
        </Form.Item>
      ))}
    </ActForm>
  );
}

async function check(field: EntryFieldName, text: string): Promise<void> {
  const checked = EntryText.safeParse({ field, text });
  if (!checked.success) throw new Error(checked.error.issues[0]!.message);
}
