import type { NoticeSummary } from '@bandeng/contracts/types';
import { sayDate } from '@bandeng/rules';
import { Link } from 'react-router';
import { api } from '../../lib/http';
import { optionsOf } from '../../lib/options-of';
import { useFilters } from '../../lib/use-filters';
import { useList } from '../../lib/use-list';
import { ChoiceFilter, WordsFilter } from '../../ui/filters';
import { ListTable } from '../../ui/list-table';
import { Page } from '../../ui/page';
import { useUnits } from '../../lib/use-places';
import { useColumns } from './use-columns';
import { CLASS_NAMES, KIND_NAMES } from './words';

/** What is public now, the newest first: by unit, column, kind and words. */
export function NoticesPage() {
  const filters = useFilters();
  const [unit, column, kind, documentClass, q] = ['unit', 'column', 'kind', 'documentClass', 'q'].map(filters.get);
  const list = useList<NoticeSummary>(['notices', unit, column, kind, documentClass, q], cursor =>
    api.call('notices.list', {
      query: {
        ...{ limit: 50, cursor, unit, column, q },
        kind: kind as NoticeSummary['kind'] | undefined,
        documentClass: (documentClass as NoticeSummary['documentClass']) ?? undefined,
      },
    }),
  );
  return (
    <Page title="公开信息" note="公众现在看得到的，新的在前">
      <Filters />
      <ListTable
        label="公开信息"
        exportAs={{ table: 'notices', query: { unit, column, kind, documentClass, q } }}
        nothing={unit || column || kind || documentClass || q ? '没有这样的信息' : '还没有公开信息'}
        list={list}
        columns={[
          {
            title: '标题',
            width: 460,
            render: (_, { id, title, documentNumber }) => (
              <>
                <Link to={`/notices/${id}`}>{title}</Link>
                {documentNumber && <div className="quiet">{documentNumber}</div>}
              </>
            ),
          },
          {
            title: '种类',
            render: (_, { kind, documentClass }) => (documentClass ? CLASS_NAMES[documentClass] : KIND_NAMES[kind]),
          },
          { title: '单位', render: (_, notice) => notice.unit.name },
          { title: '栏目', width: 220, render: (_, { columns }) => columns.map(({ name }) => name).join('、') },
          { title: '发布', render: (_, { publishedAt }) => sayDate(publishedAt, new Date()) },
        ]}
      />
    </Page>
  );
}

function Filters() {
  const choices = [
    { name: 'unit', label: '哪个单位', all: '全部单位', options: useUnits().options },
    { name: 'column', label: '哪个栏目', all: '全部栏目', options: useColumns() },
    {
      name: 'kind',
      label: '哪一种',
      all: '全部种类',
      options: optionsOf(KIND_NAMES),
    },
    { name: 'documentClass', label: '哪一类文件', all: '全部文件分类', options: optionsOf(CLASS_NAMES) },
  ];
  return (
    <div className="filters">
      {choices.map(choice => (
        <ChoiceFilter key={choice.name} choice={choice} width={180} />
      ))}
      <WordsFilter name="q" label="标题和正文里的词" width={260} maxLength={60} />
    </div>
  );
}
