import { STAGE_LABELS } from '@bandeng/contracts/routes';
import type { MatterOfRecord, RouteCall } from '@bandeng/contracts/types';
import { useQuery } from '@tanstack/react-query';
import { Button, Card, Input, Select, Space } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { api } from '../lib/http';
import { listAll } from '../lib/list-all';
import { useAct } from '../lib/use-act';
import { Field } from './field';

type Key = RouteCall<'staff.matterMembers.put'>['params'];
type Stage = NonNullable<MatterOfRecord['stage']>;
/** So many of the newest matters can be chosen. */
const MOST = 300;

/** 属于哪件事: the matter that a record is of; put there by one click where it is likely, or under a new name. */
export function MatterCard({
  kind,
  id,
  unitId,
  stage,
}: Key & { unitId: string | undefined; stage?: Stage | undefined }) {
  const key = { kind, id };
  const { data } = useQuery({
    queryKey: ['matter-of', kind, id, stage],
    queryFn: () => api.call('staff.matterMembers.get', { params: key, query: {} }),
  });
  const unlink = useAct(() => api.call('staff.matterMembers.delete', { params: key }), '不再归在那件事下面');
  if (!data) return null;
  return (
    <Card title={<h2 className="card-title">属于哪件事</h2>}>
      {data.matter ? (
        <Space wrap>
          <Link className="inline-link" to={`/matters/${data.matter.id}`}>
            {data.matter.name}
          </Link>
          {data.stage && <span className="quiet">{STAGE_LABELS[data.stage]}</span>}
          {data.abilities.link && (
            <Button
              size="small"
              aria-label={`去掉：${data.matter.name}`}
              loading={unlink.isPending}
              onClick={() => unlink.mutate(undefined)}
            >
              去掉
            </Button>
          )}
        </Space>
      ) : data.abilities.link ? (
        <Choose record={key} unitId={unitId} stage={stage ?? data.stage ?? undefined} suggestions={data.suggestions} />
      ) : (
        <span className="quiet">还没有归到一件事下面。</span>
      )}
    </Card>
  );
}

interface ChooseProps {
  record: Key;
  unitId: string | undefined;
  stage: Stage | undefined;
  suggestions: MatterOfRecord['suggestions'];
}

function Choose({ record, unitId, stage: own, suggestions }: ChooseProps) {
  const [picked, setPicked] = useState<Stage>();
  const [name, setName] = useState('');
  const [newId] = useState(() => crypto.randomUUID());
  const stage = own ?? picked;
  const { data: known = [] } = useQuery({
    queryKey: ['matters', 'to-choose'],
    queryFn: () => listAll(cursor => api.call('staff.matters.list', { query: { limit: 100, cursor } }), MOST),
  });
  const link = useAct(
    (matterId: string) =>
      api.call('staff.matterMembers.put', { params: record, body: { matterId, ...(stage && { stage }) } }),
    '归好了，公开以后在这件事的经过里看得到',
  );
  const create = useAct(async () => {
    await api.call('staff.matters.create', { body: { id: newId, name: name.trim(), unitId: unitId ?? '' } });
    await api.call('staff.matterMembers.put', {
      params: record,
      body: { matterId: newId, ...(stage && { stage }) },
    });
  }, '立好了，这一条归在它下面');
  const needsStage = stage === undefined;
  return (
    <>
      <p className="quiet">同一件事从决策到结果放在一起，居民看得到前前后后。</p>
      {own === undefined && (
        <Field label="在五公开的哪个阶段" faults={[]}>
          {control => (
            <Select<Stage>
              {...control}
              style={{ width: '100%' }}
              placeholder="先选阶段"
              {...(picked && { value: picked })}
              onChange={setPicked}
              options={(Object.entries(STAGE_LABELS) as [Stage, string][]).map(([value, label]) => ({ value, label }))}
            />
          )}
        </Field>
      )}
      {suggestions.map(({ id, name: likely }) => (
        <p key={id}>
          <Button disabled={needsStage} loading={link.isPending} onClick={() => link.mutate(id)}>
            归到「{likely}」
          </Button>{' '}
          <span className="quiet">和它相连的在这件事里</span>
        </p>
      ))}
      <Field label="归到一件有的事" faults={[]}>
        {control => (
          <Select
            {...control}
            style={{ width: '100%' }}
            placeholder={needsStage ? '先选阶段' : '按名字找'}
            disabled={needsStage}
            showSearch={{ optionFilterProp: 'label' }}
            value={null as string | null}
            onSelect={value => value !== null && link.mutate(value)}
            options={known.map(({ id, name: label }) => ({ value: id, label }))}
          />
        )}
      </Field>
      <Field label="或者立一件新的" faults={[]} hint="一句话的名字，居民看得懂，如：老年人助餐">
        {control => (
          <Space.Compact style={{ width: '100%' }}>
            <Input {...control} maxLength={60} value={name} onChange={({ target }) => setName(target.value)} />
            <Button
              disabled={needsStage || name.trim() === '' || unitId === undefined}
              loading={create.isPending}
              onClick={() => create.mutate(undefined)}
            >
              立
            </Button>
          </Space.Compact>
        )}
      </Field>
    </>
  );
}
