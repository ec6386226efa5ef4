import type { RouteAnswer } from '@bandeng/contracts/types';
import { sayDate } from '@bandeng/rules';
import { useQuery } from '@tanstack/react-query';
import { App, Button, Tag } from 'antd';
import { Link, useParams } from 'react-router';
import { api } from '../../lib/http';
import { publicCatalog } from '../../lib/public-page';
import { useAccount } from '../../lib/session';
import { Page } from '../../ui/page';
import { PublicLink } from '../../ui/public-link';
import { RecordHistory } from '../../ui/record-history';
import { Loaded } from '../../ui/state';
import { EditionActs } from './edition-acts';
import { EntryTable } from './entry-table';
import { ExportButton } from './export-button';
import { citationOf, STATE_NAMES } from './words';
import './catalog.css';

export type EditionDetail = RouteAnswer<'editions.get'>;

/** One edition: what it is, its entries as tree and table, and what becomes of it. */
export function EditionPage() {
  const { id = '' } = useParams();
  const query = useQuery({
    queryKey: ['edition', id],
    queryFn: () => api.call('editions.get', { params: { id }, query: {} }),
  });
  const { data } = query;
  // A panel reads the edition, not how it came about.
  const isKeeper = useAccount().roles.some(({ role }) => role === 'editor' || role === 'office');
  return (
    <Page
      isWide
      title={data?.title ?? '目录版本'}
      note={data && <Facts edition={data} />}
      actions={
        data && (
          <>
            {data.inForce && <PublicLink to={publicCatalog(data.domains)}>看公众看到的</PublicLink>}
            <Link to={`/catalog/editions/${id}/findings`} className="task-go">
              检查
            </Link>
            <Link to={`/catalog/editions/${id}/rounds`} className="task-go">
              评审
            </Link>
            <Link to={`/catalog/editions/${id}/diff`} className="task-go">
              和别的版本比
            </Link>
            <ExportButton edition={data} />
            <ExportButton edition={data} format="docx" />
            <ExportButton edition={data} format="package" />
            <EditionActs edition={data} />
          </>
        )
      }
    >
      <Loaded query={query}>
        {edition => (
          <div className="stack">
            <div>
              <EntryTable key={edition.id} edition={edition} />
            </div>
            {isKeeper && <RecordHistory collection="catalogEditions" id={edition.id} />}
          </div>
        )}
      </Loaded>
    </Page>
  );
}

function Facts({ edition }: { edition: EditionDetail }) {
  const { message } = App.useApp();
  const { state, inForce, number, entryCount, domains, createdAt, frozenAt, hash } = edition;
  const now = new Date();
  const citation = citationOf(edition);
  const copy = async (text: string) => {
    await navigator.clipboard.writeText(text);
    void message.success('复制好了');
  };
  return (
    <>
      <Tag>{STATE_NAMES[state]}</Tag>
      {inForce && <strong>现行 · </strong>}
      {number && `编号 ${number} · `}
      {domains.length} 个领域 {entryCount} 项 · {sayDate(createdAt, now)}建立
      {frozenAt && ` · ${sayDate(frozenAt, now)}定稿`} ·{' '}
      <code title={hash}>
        {hash.slice(0, 8)}…{hash.slice(-8)}
      </code>
      {citation && (
        <Button type="link" size="small" onClick={() => void copy(citation)}>
          复制引用
        </Button>
      )}
    </>
  );
}
