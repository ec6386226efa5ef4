import type { StaffArea, StaffPlace, StaffUnit } from '@bandeng/contracts/types';
import { Button, Tabs } from 'antd';
import { useState } from 'react';
import { api } from '../../lib/http';
import { useAccount } from '../../lib/session';
import { useFilters } from '../../lib/use-filters';
import { useList } from '../../lib/use-list';
import { Page } from '../../ui/page';
import { AreaForm } from './area-form';
import { KeptTable } from './kept-table';
import { Rosters } from './rosters';
import { PlaceForm } from './place-form';
import { UnitForm } from './unit-form';
import { AREA_LEVELS, PLACE_KINDS, UNIT_KINDS } from './words';

const LIMIT = 50;

/** The map of the district: who publishes, which areas there are, where one can read, who is responsible. Nothing is deleted. */
export function OrganizationPage() {
  const filters = useFilters();
  const isKeeper = useAccount().roles.some(({ role }) => role === 'admin');
  return (
    <Page title="单位和名录" note="从哪天起、到哪天止都记着；不用了的停用，不删">
      {isKeeper ? (
        <Tabs
          activeKey={filters.get('tab') ?? 'units'}
          destroyOnHidden
          // What one list was filtered by is nothing to the next.
          onChange={tab => filters.set({ tab, post: undefined, unit: undefined, on: undefined })}
          items={[
            { key: 'units', label: '单位', children: <Units /> },
            { key: 'areas', label: '行政区划和网格', children: <Areas /> },
            { key: 'places', label: '查阅点', children: <Places /> },
            { key: 'rosters', label: '名录', children: <Rosters isKeeper /> },
          ]}
        />
      ) : (
        <Rosters isKeeper={false} />
      )}
    </Page>
  );
}

/** The one that is being changed, `new` for one to be made. */
const useChosen = <T,>() => useState<T | 'new'>();

function Add({ label, add }: { label: string; add: () => void }) {
  return (
    <div className="filters">
      <Button type="primary" onClick={add}>
        {label}
      </Button>
    </div>
  );
}

function Units() {
  const [chosen, choose] = useChosen<StaffUnit>();
  const list = useList<StaffUnit>(['kept-units'], cursor =>
    api.call('staff.units.list', { query: { limit: LIMIT, cursor } }),
  );
  return (
    <>
      <Add label="新增单位" add={() => choose('new')} />
      <KeptTable
        label="单位"
        collection="units"
        list={list}
        change={choose}
        end={(id, body) => api.call('staff.units.close', { params: { id }, body })}
        columns={[
          { title: '种类', render: (_, { kind }) => UNIT_KINDS[kind] },
          { title: '电话', render: (_, { phone }) => phone },
          { title: '受理申请', render: (_, { takesRequests }) => (takesRequests ? '受理' : '') },
        ]}
      />
      {chosen && <UnitForm unit={chosen === 'new' ? undefined : chosen} close={() => choose(undefined)} />}
    </>
  );
}

function Areas() {
  const [chosen, choose] = useChosen<StaffArea>();
  const list = useList<StaffArea>(['kept-areas'], cursor =>
    api.call('staff.areas.list', { query: { limit: LIMIT, cursor } }),
  );
  return (
    <>
      <Add label="新增地方" add={() => choose('new')} />
      <KeptTable
        label="地方"
        collection="areas"
        list={list}
        change={choose}
        end={(id, body) => api.call('staff.areas.close', { params: { id }, body })}
        columns={[
          { title: '哪一级', render: (_, { level }) => AREA_LEVELS[level] },
          { title: '在哪里', render: (_, { path }) => path.slice(0, -1).join(' · ') },
        ]}
      />
      {chosen && <AreaForm area={chosen === 'new' ? undefined : chosen} close={() => choose(undefined)} />}
    </>
  );
}

function Places() {
  const [chosen, choose] = useChosen<StaffPlace>();
  const list = useList<StaffPlace>(['kept-places'], cursor =>
    api.call('staff.places.list', { query: { limit: LIMIT, cursor } }),
  );
  return (
    <>
      <Add label="新增查阅点" add={() => choose('new')} />
      <KeptTable
        label="查阅点"
        collection="places"
        list={list}
        change={choose}
        end={(id, body) => api.call('staff.places.close', { params: { id }, body })}
        columns={[
          { title: '种类', render: (_, { kind }) => PLACE_KINDS[kind] },
          { title: '地址', render: (_, { address }) => address },
          { title: '开放时间', render: (_, { hours }) => hours },
        ]}
      />
      {chosen && <PlaceForm place={chosen === 'new' ? undefined : chosen} close={() => choose(undefined)} />}
    </>
  );
}
