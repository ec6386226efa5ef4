import type { DraftPage } from '@bandeng/contracts/types';
import { Card, Radio, Tag } from 'antd';
import { api } from '../../lib/http';
import { useFilters } from '../../lib/use-filters';
import { useList } from '../../lib/use-list';
import { Notice } from '../../ui/notice';
import { Failed } from '../../ui/state';
import type { Detail } from './consultation-facts';
import { CHANGE_NAMES } from './words';
import { More } from '../../ui/more';

type Item = DraftPage['items'][number];
type Clause = Extract<DraftPage, { kind: 'clauses' }>['items'][number];
type Entry = Extract<DraftPage, { kind: 'entries' }>['items'][number];

/** The draft as the public has it: what changed stands first when asked for. */
export function Draft({ consultation: { id, changedCount } }: { consultation: Detail }) {
  const filters = useFilters();
  const change = filters.get('change') === 'touched' ? 'touched' : undefined;
  const list = useList<Item>(['draft', id, change], cursor =>
    api.call('staff.consultations.draft', { params: { id }, query: { limit: 100, cursor, change } }),
  );
  if (list.error && list.items.length === 0) return <Failed error={list.error} retry={list.retry} />;
  return (
    <div className="stack">
      <Radio.Group
        aria-label="看哪些"
        optionType="button"
        value={change ?? ''}
        onChange={({ target }) => filters.set({ change: target.value as string })}
        options={[
          { value: '', label: '全部' },
          { value: 'touched', label: `有改动的 ${changedCount}` },
        ]}
      />
      {list.items.map(item => (
        <Card
          key={item.id}
          size="small"
          title={<h2 className="card-title">{'label' in item ? item.label : item.name}</h2>}
          extra={
            <>
              {item.change !== 'same' && <Tag>{CHANGE_NAMES[item.change]}</Tag>}
              <span className="quiet">{item.commentCount} 条意见</span>
            </>
          }
        >
          {'label' in item ? <ClauseText clause={item} /> : <EntryFields entry={item} />}
        </Card>
      ))}
      {!list.isLoading && list.items.length === 0 && <Notice title="没有这样的条目" />}
      <More list={list} />
    </div>
  );
}

function ClauseText({ clause: { text, before, change } }: { clause: Clause }) {
  return (
    <>
      {change === 'changed' && <del className="prose before">{before}</del>}
      <p className="prose">{text}</p>
    </>
  );
}

/** Columns that differ, old above new; those that stay the same are not repeated here. */
function EntryFields({ entry: { path, fields, change } }: { entry: Entry }) {
  const shown = fields.filter(field => (change === 'same' ? field.value !== '' : field.changed));
  return (
    <>
      <p className="quiet">{path.join(' › ')}</p>
      <dl className="fields">
        {shown.map(field => (
          <div key={field.field}>
            <dt>
              {field.label}
              {field.commentCount > 0 && <span className="quiet"> · {field.commentCount} 条意见</span>}
            </dt>
            <dd>
              {field.changed && field.before && <del className="prose before">{field.before}</del>}
              <span className="prose">{field.changed ? field.after : field.value}</span>
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
