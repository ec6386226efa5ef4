import type { RouteCall, RosterEntry } from '@bandeng/contracts/types';
import { sayDate } from '@bandeng/rules';
import { Button, Space, Tag } from 'antd';
import { useState } from 'react';
import { api } from '../../lib/http';
import { optionsOf } from '../../lib/options-of';
import { useFilters } from '../../lib/use-filters';
import { useList } from '../../lib/use-list';
import { useUnits } from '../../lib/use-places';
import { DateInput } from '../../ui/date-input';
import { ChoiceFilter } from '../../ui/filters';
import { ListTable } from '../../ui/list-table';
import { CloseAct } from '../../ui/close-act';
import { HistoryAct } from './history-act';
import { RosterForm } from './roster-form';
import { POSTS } from './words';

type Query = NonNullable<RouteCall<'staff.rosters.list'>['query']>;

const ENDING = '公众看不到他了，电话随即抹去；他在哪天负责什么一直查得到。';

/** Who is responsible for what, now and on any day before. */
export function Rosters({ isKeeper }: { isKeeper: boolean }) {
  const filters = useFilters();
  const { options: units } = useUnits();
  const [chosen, choose] = useState<RosterEntry | 'new'>();
  const query = { post: filters.get('post'), unit: filters.get('unit'), on: filters.get('on') };
  const list = useList<RosterEntry>(['rosters', query], cursor =>
    api.call('staff.rosters.list', { query: { ...query, limit: 50, cursor } as Query }),
  );
  const now = new Date();
  const acts = (entry: RosterEntry) => {
    const { id, name, closedOn, post } = entry;
    return (
      <Space>
        {isKeeper && closedOn === null && (
          <>
            <Button size="small" aria-label={`改${name}`} onClick={() => choose(entry)}>
              改
            </Button>
            <CloseAct
              name={`${name}的${POSTS[post]}`}
              verb="卸任"
              note={ENDING}
              work={body => api.call('staff.rosters.close', { params: { id }, body })}
            />
          </>
        )}
        <HistoryAct collection="rosters" id={id} name={name} />
      </Space>
    );
  };
  return (
    <>
      <div className="filters">
        {isKeeper && (
          <Button type="primary" onClick={() => choose('new')}>
            记一个人
          </Button>
        )}
        <ChoiceFilter
          choice={{ name: 'post', label: '负责什么', all: '所有职务', options: optionsOf(POSTS) }}
          width={160}
        />
        <ChoiceFilter choice={{ name: 'unit', label: '单位', all: '所有单位', options: units }} width={200} />
        <DateInput
          aria-label="哪一天在任"
          placeholder="哪一天在任"
          value={filters.get('on')}
          onChange={on => filters.set({ on })}
        />
      </div>
      <ListTable<RosterEntry>
        label="名录"
        exportAs={{ table: 'rosters', query: query }}
        nothing={filters.get('on') ? '那一天没有人在任' : '还没有记下谁负责'}
        list={list}
        columns={[
          {
            title: '姓名',
            render: (_, { name, duty }) => (
              <>
                {name}
                {duty && <div className="quiet">{duty}</div>}
              </>
            ),
          },
          { title: '负责什么', render: (_, { post }) => POSTS[post] },
          {
            title: '单位和地方',
            render: (_, { unit, area }) => [unit?.name, area?.name].filter(Boolean).join(' · '),
          },
          { title: '电话', render: (_, { phone }) => phone },
          { title: '公开', render: (_, { isPublic }) => (isPublic ? '公开' : '') },
          {
            title: '从哪天起',
            render: (_, { since, closedOn }) => (
              <>
                自{sayDate(since, now)}起 {closedOn && <Tag>{sayDate(closedOn, now)}卸任</Tag>}
              </>
            ),
          },
          { title: '办理', render: (_, entry) => acts(entry) },
        ]}
      />
      {chosen && <RosterForm entry={chosen === 'new' ? undefined : chosen} close={() => choose(undefined)} />}
    </>
  );
}
