import type { Edition } from '@bandeng/contracts/types';
import { sayDate } from '@bandeng/rules';
import { Button, Select, Tag } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { api } from '../../lib/http';
import { useFilters } from '../../lib/use-filters';
import { useList } from '../../lib/use-list';
import { ListTable } from '../../ui/list-table';
import { Page } from '../../ui/page';
import { ExportButton } from './export-button';
import { NewEdition } from './new-edition';
import { STATE_NAMES, type EditionState } from './words';

/** The editions of the catalog, the newest first. */
export function EditionsPage() {
  const filters = useFilters();
  const navigate = useNavigate();
  const [isStarting, setStarting] = useState(false);
  const state = filters.get('state') as EditionState | undefined;
  const list = useList<Edition>(['editions', state], cursor =>
    api.call('editions.list', { query: { limit: 50, cursor, state } }),
  );
  return (
    <Page
      title="标准目录"
      note="一个版本定了稿就不再改；要改，起一个新版本"
      actions={
        <>
          <Link to="/catalog/lists" className="task-go">
            三张清单
          </Link>
          <Link to="/catalog/import" className="task-go">
            导入 xlsx
          </Link>
          <ExportButton />
          <Button type="primary" onClick={() => setStarting(true)}>
            起一个新版本
          </Button>
        </>
      }
    >
      <div className="filters">
        <Select
          aria-label="到了哪一步"
          allowClear
          placeholder="全部版本"
          style={{ width: 160 }}
          value={state}
          onChange={(value?: EditionState) => filters.set({ state: value })}
          options={Object.entries(STATE_NAMES).map(([value, label]) => ({ value, label }))}
        />
      </div>
      <ListTable
        label="目录版本"
        exportAs={{ table: 'editions', query: { state } }}
        nothing={state ? '没有这样的版本' : '还没有目录'}
        list={list}
        columns={[
          {
            title: '版本',
            width: 420,
            render: (_, { id, title, domains }) => (
              <>
                <Link to={`/catalog/editions/${id}`}>{title}</Link>
                <div className="quiet">{sayDomains(domains)}</div>
              </>
            ),
          },
          {
            title: '状态',
            render: (_, edition) => (
              <>
                <Tag>{STATE_NAMES[edition.state]}</Tag>
                {edition.inForce && <strong>现行</strong>}
              </>
            ),
          },
          { title: '编号', render: (_, { number }) => number },
          { title: '事项', align: 'right', render: (_, { entryCount }) => entryCount },
          { title: '建立', render: (_, { createdAt }) => sayDate(createdAt, new Date()) },
          { title: '定稿', render: (_, { frozenAt }) => frozenAt && sayDate(frozenAt, new Date()) },
          {
            title: '哈希',
            render: (_, { hash }) => <code title={hash}>{hash.slice(0, 8)}</code>,
          },
          { title: '导出', render: (_, edition) => <ExportButton edition={edition} /> },
        ]}
      />
      {isStarting && (
        <NewEdition close={() => setStarting(false)} made={id => void navigate(`/catalog/editions/${id}`)} />
      )}
    </Page>
  );
}

const MOST = 3;
function sayDomains(domains: Edition['domains']): string {
  const names = domains.slice(0, MOST).map(({ name }) => name);
  return domains.length > MOST ? `${names.join('、')}等 ${domains.length} 个领域` : names.join('、');
}
