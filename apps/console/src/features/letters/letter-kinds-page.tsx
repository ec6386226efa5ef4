import type { RouteAnswer } from '@bandeng/contracts/types';
import { useQuery } from '@tanstack/react-query';
import { Card, Tag } from 'antd';
import { Link } from 'react-router';
import { api } from '../../lib/http';
import { Page } from '../../ui/page';
import { Loaded } from '../../ui/state';

type Row = RouteAnswer<'staff.letterKinds.list'>['items'][number];
const STAGES: Readonly<Record<Row['stage'], string>> = {
  procedure: '程序处理',
  decision: '实体处理',
  afterwards: '办结以后',
};

/** Every kind of letter, and whether the office has put its own words to it. */
export function LetterKindsPage() {
  const query = useQuery({
    queryKey: ['letter-kinds'],
    queryFn: () => api.call('staff.letterKinds.list', { query: {} }),
  });
  return (
    <Page title="文书的文字" note="改了的从下一份文书起用，已经出的文书不变">
      <Loaded query={query}>
        {({ items }) => (
          <div className="stack">
            {(Object.keys(STAGES) as Row['stage'][]).map(stage => (
              <Card key={stage} title={<h2 className="card-title">{STAGES[stage]}</h2>}>
                <ul className="plain-list">
                  {items
                    .filter(kind => kind.stage === stage)
                    .map(({ id, code, name, version }) => (
                      <li key={code}>
                        <span className="quiet">{id}</span> <Link to={`/letter-kinds/${code}`}>{name}</Link>{' '}
                        {version > 0 && <Tag color="blue">改过，第 {version} 版</Tag>}
                      </li>
                    ))}
                </ul>
              </Card>
            ))}
          </div>
        )}
      </Loaded>
    </Page>
  );
}
