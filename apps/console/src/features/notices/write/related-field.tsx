import type { RELATIONS } from '@bandeng/contracts/schemas';
import { useQueries } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { api } from '../../../lib/http';
import { FieldGroup } from '../../../ui/field';
import { KIND_NAMES, RELATION_NAMES } from '../words';
import { useFound, type Found } from './use-found';
import { useField, useWriting } from './writing';

type Relation = (typeof RELATIONS)[number];
const RELATION_OPTIONS = (Object.entries(RELATION_NAMES) as [Relation, string][]).map(([value, label]) => ({
  value,
  label,
}));

const find = async (q: string | undefined): Promise<Found[]> => {
  const { items } = await api.call('notices.list', { query: { limit: 20, q } });
  return items.map(({ id, title, kind, unit }) => ({
    value: id,
    label: title,
    detail: `${KIND_NAMES[kind]} · ${unit.name}`,
  }));
};

/** Original, interpretation, question and answer: said once, shown on both. */
export function RelatedField() {
  const { content, set } = useWriting();
  const { relatedIds } = content;
  const { faults, onBlur } = useField('relatedIds');
  const { found, isFetching, typed, type } = useFound('notices', find);
  const known = useQueries({
    queries: relatedIds.map(({ id }) => ({
      queryKey: ['notice', id],
      staleTime: 600_000,
      queryFn: () => api.call('notices.get', { params: { id }, query: {} }),
    })),
  });
  return (
    <FieldGroup name="relatedIds" label="相关信息（两边都会显示）" faults={faults}>
      <ul className="plain-list related">
        {relatedIds.map(({ id, relation }, at) => {
          const title = known[at]?.data?.title ?? id;
          return (
            <li key={id}>
              <div>{title}</div>
              <Select<Relation>
                aria-label={`本篇和它是什么关系：${title}`}
                size="small"
                style={{ width: 132 }}
                value={relation}
                options={RELATION_OPTIONS}
                onChange={next =>
                  set({ relatedIds: relatedIds.map(one => (one.id === id ? { id, relation: next } : one)) })
                }
              />{' '}
              <Button
                size="small"
                aria-label={`去掉：${title}`}
                onClick={() => set({ relatedIds: relatedIds.filter(one => one.id !== id) })}
              >
                去掉
              </Button>
            </li>
          );
        })}
      </ul>
      <Select
        aria-label="找一条要放在一起看的信息"
        style={{ width: '100%' }}
        placeholder="按标题找一条"
        showSearch={{ filterOption: false, searchValue: typed, onSearch: type }}
        loading={isFetching}
        value={null as string | null}
        onSelect={id => {
          type('');
          if (id) set({ relatedIds: [...relatedIds, { id, relation: 'related' }] });
        }}
        onBlur={onBlur}
        options={found.filter(({ value }) => !relatedIds.some(({ id }) => id === value))}
        optionRender={({ data: { label, detail } }) => (
          <>
            {label} <span className="quiet">{detail}</span>
          </>
        )}
        notFoundContent="没有找到"
      />
    </FieldGroup>
  );
}
