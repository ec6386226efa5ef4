import type { EditionEntry } from '@bandeng/contracts/types';
import { Form, Input, Select } from 'antd';
import { api } from '../../lib/http';
import { ActForm } from '../../ui/act-form';
import type { EditionDetail } from './edition-page';
import { PATH_HINT, pathOf, pathText } from './path-text';
import { useEntryCache } from './use-edition-entries';

interface Props {
  edition: EditionDetail;
  entry: EditionEntry;
  entries: readonly EditionEntry[];
  close: () => void;
}

/** An entry goes below others, or after another one of its domain. */
export function PlaceEntry({ edition: { id }, entry, entries, close }: Props) {
  const { readAgain } = useEntryCache(id);
  const others = entries.filter(other => other.domain.id === entry.domain.id && other.id !== entry.id);
  return (
    <ActForm<{ path?: string; afterId?: string }, unknown>
      title={`换个位置：${entry.texts.name}`}
      submit="放到那里"
      done="放好了"
      initial={{ path: pathText(entry.path) }}
      close={close}
      work={async ({ path = '', afterId }) => {
        const body = { path: pathOf(path), ...(afterId && { afterId }) };
        await api.call('staff.editions.placeEntry', { params: { id, entryId: entry.id }, body });
        await readAgain();
      }}
    >
      <Form.Item name="path" label={`在哪一项下面（${PATH_HINT}）`}>
        <Input autoFocus />
      </Form.Item>
      <Form.Item name="afterId" label="排在哪一项后面">
        <Select
          allowClear
          placeholder="同一上级的最后"
          showSearch={{ optionFilterProp: 'label' }}
          options={others.map(({ id: value, path, texts }) => ({ value, label: pathText([...path, texts.name]) }))}
        />
      </Form.Item>
    </ActForm>
  );
}
