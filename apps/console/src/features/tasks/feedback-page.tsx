import type { RouteAnswer } from '@bandeng/contracts/types';
import { sayDate } from '@bandeng/rules';
import { api } from '../../lib/http';
import { publicNotice } from '../../lib/public-page';
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

type Row = RouteAnswer<'staff.feedback.list'>['items'][number];

/** Errors that readers found in what my units published. */
export function FeedbackPage() {
  const state = stateOf(useFilters().get('state'));
  const units = useUnits();
  const { list, marked } = useTaskFirst(
    useList<Row>(['feedback', state], cursor =>
      api.call('staff.feedback.list', { query: { limit: 50, cursor, state } }),
    ),
  );
  return (
    <Page title="纠错" note="有人说信息有错：核对，改正，写明结果">
      <StateFilter />
      <ListTable<Row>
        label="纠错任务"
        exportAs={{ table: 'feedback', query: { state } }}
        {...(state === 'open' && {
          bulk: (ids, keep) => (
            <ConcludeAll
              ids={ids}
              keep={keep}
              label="核对的结果：改了什么，或者为什么没有错"
              one={(id, body) => api.call('staff.feedback.close', { params: { id }, body })}
            />
          ),
          nameOf: ({ noticeTitle }) => noticeTitle,
        })}
        nothing={state === 'open' ? '没有人说有错' : '还没有办完的'}
        list={list}
        marked={marked}
        columns={[
          {
            title: '信息',
            width: 320,
            render: (_, row) => (
              <>
                <PublicLink to={publicNotice(row.noticeId)}>{row.noticeTitle}</PublicLink>
                <div className="quiet">{units.nameOf(row.unitId)}</div>
              </>
            ),
          },
          {
            title: '读者怎么说',
            width: 360,
            render: (_, { text }) => <p className="prose">{text ?? '有错，没有写明哪里'}</p>,
          },
          { title: '提出', render: (_, { createdAt }) => sayDate(createdAt, new Date()) },
          state === 'done'
            ? { title: '结果', width: 320, render: (_, { conclusion }) => <p className="prose">{conclusion}</p> }
            : {
                title: '办理',
                render: (_, { id, noticeTitle }) => (
                  <Conclude
                    title={noticeTitle}
                    label="核对的结果：改了什么，或者为什么没有错"
                    done="办结了"
                    work={body => api.call('staff.feedback.close', { params: { id }, body })}
                  />
                ),
              },
        ]}
      />
    </Page>
  );
}
