import type { AuditEntry, RouteCall } from '@bandeng/contracts/types';
import { sayExactly } from '@bandeng/rules';
import { Button } from 'antd';
import { Link } from 'react-router';
import { api } from '../../lib/http';
import { pageOfRecord } from '../../lib/record-pages';
import { sayAction, sayPerson, sayRecord, sayRolesOf } from '../../lib/record-words';
import { useAccount } from '../../lib/session';
import { sayState } from '../../lib/state-words';
import { useFilters } from '../../lib/use-filters';
import { useList } from '../../lib/use-list';
import { ListTable } from '../../ui/list-table';
import { Page } from '../../ui/page';
import { AuditFilters, FILTERS } from './audit-filters';

type Query = NonNullable<RouteCall<'staff.audit.list'>['query']>;

/** Everything that was done, the newest first: who, what, when, on which record. Values are never kept, only names of fields. */
export function AuditPage() {
  const filters = useFilters();
  const given = Object.fromEntries(FILTERS.map(name => [name, filters.get(name)]));
  const list = useList<AuditEntry>(['audit', given], cursor =>
    api.call('staff.audit.list', { query: { limit: 50, cursor, ...given } as Query }),
  );
  return (
    <Page title="审计记录" note="谁、什么时候、对哪一条记录、做了什么；封存以后改不了，也删不掉">
      <AuditFilters />
      <ListTable
        label="审计记录"
        exportAs={{ table: 'audit', query: given }}
        nothing={Object.values(given).some(Boolean) ? '没有这样的记录' : '还没有记录'}
        list={list}
        columns={[
          { title: '什么时候', render: (_, { at }) => sayExactly(at) },
          { title: '谁', render: (_, { who }) => <Who who={who} /> },
          { title: '做了什么', render: (_, entry) => <What entry={entry} /> },
          { title: '哪一条记录', render: (_, { subject }) => <Subject {...subject} /> },
          { title: '动了哪几栏', width: 240, render: (_, { fields }) => fields.join('、') },
          {
            title: '封存',
            render: (_, { sealed }) => (sealed ? '已封存' : <span className="quiet">等封存</span>),
          },
        ]}
      />
    </Page>
  );
}

/** The name leads to everything this member did. */
function Who({ who }: Pick<AuditEntry, 'who'>) {
  const filters = useFilters();
  const { name, id } = who;
  if (name === null)
    return (
      <>
        {sayPerson(who)}
        {id && <div className="quiet">{id}</div>}
      </>
    );
  return (
    <>
      <Button
        type="link"
        size="small"
        className="link-start"
        aria-label={`${name}做过的都列出来`}
        onClick={() => filters.set({ person: name })}
      >
        {name}
      </Button>
      <div className="quiet">{sayRolesOf(who)}</div>
    </>
  );
}

function What({ entry: { action, from, to, subject } }: { entry: AuditEntry }) {
  const states = [from, to].filter(state => state !== null).map(state => sayState(subject.collection, state));
  return (
    <>
      {sayAction(action)}
      {states.length > 0 && <div className="quiet">{states.join(' → ')}</div>}
    </>
  );
}

/** The record itself where it has a page, and everything that was done to it. */
function Subject({ collection, id }: AuditEntry['subject']) {
  const filters = useFilters();
  const page = pageOfRecord(collection, id, useAccount().roles);
  return (
    <>
      {page ? (
        <Link className="record-link" to={page}>
          {sayRecord(collection)}
        </Link>
      ) : (
        sayRecord(collection)
      )}
      <div>
        <Button
          type="link"
          size="small"
          className="link-start"
          aria-label={`只看 ${id} 的记录`}
          onClick={() => filters.set({ collection, subject: id })}
        >
          {id}
        </Button>
      </div>
    </>
  );
}
