import type { ListItem } from '@bandeng/contracts/types';
import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, Select, Space, Tag } from 'antd';
import { useState } from 'react';
import { api } from '../../lib/http';
import { useAct } from '../../lib/use-act';
import { ActForm } from '../../ui/act-form';
import { pathText } from './path-text';

interface Props {
  listId: string;
  item: ListItem;
}

/** What an item is to the catalog: what was settled, what is suggested, and by hand. */
export function ItemMapping({ listId, item }: Props) {
  const { key, name, state, entries, reason, suggestions } = item;
  const [form, setForm] = useState<'entries' | 'none' | null>(null);
  const map = (body: { entryIds?: string[]; reason?: string }) =>
    api.call('staff.lists.map', { params: { id: listId, key }, body });
  const settle = useAct(map, '定好了');
  const close = () => setForm(null);
  const kept = entries.filter(({ inForce }) => inForce).map(({ id }) => id);
  const isSettled = state === 'mapped' || state === 'none';
  return (
    <>
      {entries.map(({ id, name: entryName, path, inForce }) => (
        <div key={id}>
          {pathText([...path, entryName])} {!inForce && <Tag>现行目录里没有了</Tag>}
        </div>
      ))}
      {reason !== null && <div>不用公开：{reason}</div>}
      {!isSettled && suggestions.length > 0 && (
        <ul className="plain-list">
          {suggestions.map(({ id, name: entryName, path, score }) => (
            <li key={id}>
              <Button
                type="link"
                className="link-start"
                disabled={settle.isPending}
                onClick={() => settle.mutate({ entryIds: [...new Set([...kept, id])] })}
              >
                就是：{pathText([...path, entryName])}
              </Button>{' '}
              <span className="quiet">像 {Math.round(score * 100)}%</span>
            </li>
          ))}
        </ul>
      )}
      <Space wrap size={4}>
        {state === 'flagged' && (kept.length > 0 || reason !== null) && (
          <Button
            size="small"
            aria-label={`还是这样：${name}`}
            onClick={() => settle.mutate(reason === null ? { entryIds: kept } : { reason })}
          >
            还是这样
          </Button>
        )}
        <Button size="small" aria-label={`自己选：${name}`} onClick={() => setForm('entries')}>
          自己选
        </Button>
        {!isSettled && (
          <Button size="small" aria-label={`不用公开：${name}`} onClick={() => setForm('none')}>
            不用公开
          </Button>
        )}
        {isSettled && (
          <Button size="small" aria-label={`重新定：${name}`} onClick={() => settle.mutate({})}>
            重新定
          </Button>
        )}
      </Space>
      {form === 'entries' && (
        <ActForm<{ entryIds: string[] }, unknown>
          title={`对应目录的哪几项：${name}`}
          submit="定下来"
          done="定好了"
          initial={{ entryIds: kept }}
          close={close}
          work={map}
        >
          <EntryChoice known={entries} />
        </ActForm>
      )}
      {form === 'none' && (
        <ActForm<{ reason: string }, unknown>
          title={`不用公开：${name}`}
          submit="定下来"
          done="定好了"
          close={close}
          work={map}
        >
          <Form.Item
            name="reason"
            label="为什么目录里没有对应的"
            rules={[{ required: true, whitespace: true, message: '请写明理由' }]}
          >
            <Input.TextArea rows={3} maxLength={200} showCount autoFocus />
          </Form.Item>
        </ActForm>
      )}
    </>
  );
}

/** Entries in force, looked for on the server by a word of their name. */
function EntryChoice({ known }: { known: ListItem['entries'] }) {
  const [word, setWord] = useState('');
  const { data, isFetching } = useQuery({
    queryKey: ['entries', 'to map', word],
    queryFn: () => api.call('entries.list', { query: { limit: 50, ...(word && { q: word }) } }),
    placeholderData: before => before,
  });
  const found = data?.items.map(({ id, name, path, domain }) => ({
    value: id,
    label: pathText([domain.name, ...path, name]),
  }));
  const ids = new Set(found?.map(({ value }) => value));
  const options = [
    ...(found ?? []),
    ...known
      .filter(({ id }) => !ids.has(id))
      .map(({ id, name, path }) => ({ value: id, label: pathText([...path, name]) })),
  ];
  return (
    <Form.Item name="entryIds" label="事项（打几个字找）" rules={[{ required: true, message: '至少选一项' }]}>
      <Select
        mode="multiple"
        autoFocus
        loading={isFetching}
        showSearch={{ filterOption: false, onSearch: value => setWord(value.trim()) }}
        notFoundContent="没有这样的事项"
        options={options}
      />
    </Form.Item>
  );
}
