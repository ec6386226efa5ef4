import type { RouteCall, StaffArea, StaffPlace, StaffUnit } from '@bandeng/contracts/types';
import { Button, Tabs } from 'antd';
import { useState } from 'react';
import { api } from '../../lib/http';
import { optionsOf } from '../../lib/options-of';
import { useAccount } from '../../lib/session';
import { STANDING } from '../../lib/standing';
import { useFilters } from '../../lib/use-filters';
import { useList } from '../../lib/use-list';
import { ChoiceFilter, type Choice } from '../../ui/filters';
import { Page } from '../../ui/page';
import { AreaForm } from './area-form';
import { Holidays } from './holidays';
import { KeptTable } from './kept-table';
import { Rosters } from './rosters';
import { PlaceForm } from './place-form';
import { UnitForm } from './unit-form';
import { AREA_LEVELS, PLACE_KINDS, UNIT_KINDS } from './words';

const LIMIT = 50;
const UNIT_KIND = { name: 'kind', label: '哪一种单位', all: '全部种类', options: optionsOf(UNIT_KINDS) };
const AREA_LEVEL = { name: 'level', label: '哪一级的', all: '所有级别', options: optionsOf(AREA_LEVELS) };
const PLACE_KIND = { name: 'kind', label: '哪一种查阅点', all: '全部种类', options: optionsOf(PLACE_KINDS) };
/** Of all the lists here. */
const NO_FILTERS = {
  kind: undefined,
  level: undefined,
  state: undefined,
  post: undefined,
  unit: undefined,
  on: undefined,
};
type UnitsQuery = RouteCall<'staff.units.list'>['query'];
type AreasQuery = RouteCall<'staff.areas.list'>['query'];
type PlacesQuery = RouteCall<'staff.places.list'>['query'];

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
          onChange={tab => filters.set({ ...NO_FILTERS, tab })}
          items={[
            { key: 'units', label: '单位', children: <Units /> },
            { key: 'areas', label: '行政区划和网格', children: <Areas /> },
            { key: 'places', label: '查阅点', children: <Places /> },
            { key: 'rosters', label: '名录', children: <Rosters isKeeper /> },
            { key: 'holidays', label: '放假安排', children: <Holidays /> },
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

function Tools({ label, add, choice }: { label: string; add: () => void; choice: Choice }) {
  return (
    <div className="filters">
      <Button type="primary" onClick={add}>
        {label}
      </Button>
      <ChoiceFilter choice={choice} width={160} />
      <ChoiceFilter choice={STANDING} width={160} />
    </div>
  );
}

function Units() {
  const filters = useFilters();
  const [chosen, choose] = useChosen<StaffUnit>();
  const query = { kind: filters.get('kind'), state: filters.get('state') };
  const list = useList<StaffUnit>(['kept-units', query], cursor =>
    api.call('staff.units.list', { query: { ...query, limit: LIMIT, cursor } as UnitsQuery }),
  );
  return (
    <>
      <Tools label="新增单位" add={() => choose('new')} choice={UNIT_KIND} />
      <KeptTable
        label="单位"
        collection="units"
        query={query}
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
  const filters = useFilters();
  const [chosen, choose] = useChosen<StaffArea>();
  const query = { level: filters.get('level'), state: filters.get('state') };
  const list = useList<StaffArea>(['kept-areas', query], cursor =>
    api.call('staff.areas.list', { query: { ...query, limit: LIMIT, cursor } as AreasQuery }),
  );
  return (
    <>
      <Tools label="新增地方" add={() => choose('new')} choice={AREA_LEVEL} />
      <KeptTable
        label="地方"
        collection="areas"
        query={query}
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
  const filters = useFilters();
  const [chosen, choose] = useChosen<StaffPlace>();
  const query = { kind: filters.get('kind'), state: filters.get('state') };
  const list = useList<StaffPlace>(['kept-places', query], cursor =>
    api.call('staff.places.list', { query: { ...query, limit: LIMIT, cursor } as PlacesQuery }),
  );
  return (
    <>
      <Tools label="新增查阅点" add={() => choose('new')} choice={PLACE_KIND} />
      <KeptTable
        label="查阅点"
        collection="places"
        query={query}
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
