import type { ImportResult } from '@bandeng/contracts/types';
import { Card, Radio, Table } from 'antd';
import { useState } from 'react';
import { Notice } from '../../ui/notice';
import { FieldChanges } from './field-changes';
import { pathText } from './path-text';
import { CHANGE_NAMES } from './words';

type Comparison = NonNullable<ImportResult['comparison']>;
type Item = Comparison['items'][number];
const KINDS: readonly Item['change'][] = ['new', 'changed', 'removed'];

/** What the workbook would change of what is in force, domain by domain and entry by entry. */
export function ImportChanges({ result, comparison }: { result: ImportResult; comparison: Comparison }) {
  const { counts, domains, items } = comparison;
  const [chosen, setKind] = useState<Item['change']>();
  const kind = chosen ?? KINDS.find(one => counts[one] > 0) ?? 'new';
  const nameOf = (id: string) => result.domains.find(domain => domain.id === id)?.name ?? id;
  const shown = items.filter(item => item.change === kind);
  return (
    <Card title={<h2 className="card-title">和现行的目录比</h2>}>
      {result.skipped > 0 && <p className="quiet">没有读懂的行不在里面：它们现行的那一项，在这里算删去。</p>}
      <Table
        aria-label="各领域"
        rowKey="id"
        size="small"
        dataSource={domains}
        pagination={domains.length > 30 && { pageSize: 30, showSizeChanger: false }}
        columns={[
          { title: '领域', render: (_, { id }) => nameOf(id) },
          ...(['new', 'changed', 'removed', 'same'] as const).map(change => ({
            title: CHANGE_NAMES[change],
            align: 'right' as const,
            dataIndex: change,
          })),
        ]}
      />
      <Radio.Group
        className="import-kinds"
        aria-label="看哪些"
        optionType="button"
        value={kind}
        onChange={({ target }) => setKind(target.value as Item['change'])}
        options={KINDS.map(value => ({ value, label: `${CHANGE_NAMES[value]} ${counts[value]}` }))}
      />
      {shown.length === 0 && <Notice title={`没有${CHANGE_NAMES[kind]}的事项`} />}
      {shown.length > 0 && (
        <Table
          aria-label={`${CHANGE_NAMES[kind]}的事项`}
          rowKey={item => [item.domainId, ...item.path, item.name, items.indexOf(item)].join('\u0000')}
          size="small"
          dataSource={shown}
          pagination={shown.length > 20 && { pageSize: 20, showSizeChanger: false }}
          columns={[
            { title: '领域', width: 180, render: (_, { domainId }) => nameOf(domainId) },
            { title: '公开事项', width: 320, render: (_, { path, name }) => pathText([...path, name]) },
            ...(kind === 'changed'
              ? [{ title: '哪里改了', render: (_: unknown, { fields }: Item) => <FieldChanges fields={fields} /> }]
              : []),
          ]}
        />
      )}
      {counts[kind] > shown.length && (
        <p className="quiet">只列出前 {shown.length} 项；写成草案以后，在“和别的版本比”里看全部。</p>
      )}
    </Card>
  );
}
