import type { RouteAnswer } from '@bandeng/contracts/types';
import { sayDate } from '@bandeng/rules';
import { api } from '../../lib/http';
import { publicEntry, publicNotice } from '../../lib/public-page';
import { useFilters } from '../../lib/use-filters';
import { useList } from '../../lib/use-list';
import { ListTable } from '../../ui/list-table';
import { Page } from '../../ui/page';
import { PublicLink } from '../../ui/public-link';
import { useUnits } from '../../lib/use-places';
import { Conclude } from './conclude';
import { ConcludeAll } from './conclude-all';
import { StateFilter, stateOf } from './state-filter';
import { useTaskFirst } from './use-task-first';

type Row = RouteAnswer<'staff.nudges.list'>['items'][number];

/** Periods of entries that are late and that residents asked for. */
export function NudgesPage() {
  const state = stateOf(useFilters().get('state'));
  const units = useUnits();
  const { list, marked } = useTaskFirst(
    useList<Row>(['nudges', state], cursor => api.call('staff.nudges.list', { query: { limit: 50, cursor, state } })),
  );
  return (
    <Page title="催办" note="该公开的晚了，有人在催：发布了就自动办结，不发布要写明原因">
      <StateFilter />
      <ListTable<Row>
        label="催办任务"
        exportAs={{ table: 'nudges', query: { state } }}
        {...(state === 'open' && {
          bulk: (ids, keep) => (
            <ConcludeAll
              ids={ids}
              keep={keep}
              label="怎么答复催的人：什么时候公开，或者为什么不公开（他们看得到）"
              one={(id, body) => api.call('staff.nudges.close', { params: { id }, body })}
            />
          ),
          nameOf: ({ entryName, label }) => `${entryName}（${label}）`,
        })}
        nothing={state === 'open' ? '没有人催' : '还没有办完的'}
        list={list}
        marked={marked}
        columns={[
          {
            title: '事项',
            width: 320,
            render: (_, { entryId, entryName, unitIds }) => (
              <>
                <PublicLink to={publicEntry(entryId)}>{entryName}</PublicLink>
                <div className="quiet">{unitIds.map(units.nameOf).join('、')}</div>
              </>
            ),
          },
          { title: '哪一期', dataIndex: 'label' },
          { title: '该在哪天前公开', render: (_, { dueOn }) => sayDate(dueOn, new Date()) },
          { title: '多少人催', render: (_, { count }) => `${count} 人` },
          state === 'done'
            ? { title: '结果', width: 320, render: (_, row) => <Result task={row} /> }
            : {
                title: '办理',
                render: (_, { id, entryName, label }) => (
                  <Conclude
                    title={`${entryName}（${label}）`}
                    label="怎么答复催的人：什么时候公开，或者为什么不公开（他们看得到）"
                    done="答复了，催的人会收到消息"
                    work={body => api.call('staff.nudges.close', { params: { id }, body })}
                  />
                ),
              },
        ]}
      />
    </Page>
  );
}

const Result = ({ task: { noticeId, conclusion } }: { task: Row }) =>
  noticeId === null ? (
    <p className="prose">{conclusion}</p>
  ) : (
    <PublicLink to={publicNotice(noticeId)}>已经公开</PublicLink>
  );
