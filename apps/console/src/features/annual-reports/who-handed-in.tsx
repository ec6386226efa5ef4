import type { RouteAnswer } from '@bandeng/contracts/types';
import { sayDate, sayExactly } from '@bandeng/rules';
import { useQuery } from '@tanstack/react-query';
import { Table, Tag } from 'antd';
import { Link } from 'react-router';
import { api } from '../../lib/http';
import { Loaded } from '../../ui/state';

type Row = RouteAnswer<'staff.annualReports.list'>['items'][number];
export const STATES = { none: '还没写', draft: '在写', handed_in: '交了' } as const;

/** Who handed in the report of a year, by when, and who did not. */
export function WhoHandedIn({ year }: { year: number }) {
  const query = useQuery({
    queryKey: ['annual-reports', year],
    queryFn: () => api.call('staff.annualReports.list', { query: { year: String(year) } }),
  });
  return (
    <Loaded query={query}>
      {({ items }) => (
        <div className="stack">
          <p className="quiet">{count(items)}</p>
          <section aria-label="谁交了报告">
            <Table<Row>
              rowKey={({ unit }) => unit.id}
              size="middle"
              pagination={false}
              dataSource={items}
              scroll={{ x: 'max-content' }}
              columns={[
                {
                  title: '谁的报告',
                  render: (_, { unit, scope }) => (
                    <Link to={`/annual-report/${unit.id}/${year}`}>
                      {scope === 'district' ? `${unit.name}（全区）` : unit.name}
                    </Link>
                  ),
                },
                {
                  title: '到哪一步',
                  render: (_, { state, isLate }) => (
                    <>
                      <Tag>{STATES[state]}</Tag>
                      {isLate && <Tag color="error">晚了</Tag>}
                    </>
                  ),
                },
                { title: '最晚', render: (_, { dueOn }) => sayDate(dueOn, new Date()) },
                { title: '交的时间', render: (_, { handedInAt }) => handedInAt && sayExactly(handedInAt) },
              ]}
            />
          </section>
        </div>
      )}
    </Loaded>
  );
}

function count(items: readonly Row[]): string {
  const units = items.filter(({ scope }) => scope === 'unit');
  const missing = units.filter(({ state }) => state !== 'handed_in').length;
  return missing === 0 ? `${units.length} 个单位都交了` : `${units.length} 个单位，${missing} 个还没交`;
}
