import type { DraftSummary } from '@bandeng/contracts/types';
import { attributeLabels, sayWhen, sayWithholding } from '@bandeng/rules';
import { Button, Checkbox, Select } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { api } from '../../lib/http';
import { useFilters } from '../../lib/use-filters';
import { useOwnUnits } from '../../lib/use-own-units';
import { useList } from '../../lib/use-list';
import { ListTable } from '../../ui/list-table';
import { Page } from '../../ui/page';
import { DiscardAll } from './discard-all';
import { DRAFT_STATE_NAMES } from './draft-words';
import { NewDraft } from './new-draft';
import { KIND_NAMES } from './words';

/** What is being written and reviewed, the last changed first. */
export function DraftsPage() {
  const filters = useFilters();
  const [state, mine] = ['state', 'mine'].map(filters.get);
  const columnId = filters.get('new');
  const [isNew, setNew] = useState(columnId !== undefined);
  // Who only reviews has none.
  const units = useOwnUnits();
  const list = useList<DraftSummary>(['drafts', state, mine], cursor =>
    api.call('staff.drafts.list', {
      query: { limit: 50, cursor, state: state as DraftSummary['state'] | undefined, ...(mine && { mine }) },
    }),
  );
  return (
    <Page
      title="写和审"
      note="在写和在审的，刚改过的在前"
      actions={
        units.length > 0 && (
          <Button type="primary" onClick={() => setNew(true)}>
            写一条
          </Button>
        )
      }
    >
      <div className="filters">
        <Select
          aria-label="走到哪一步"
          allowClear
          placeholder="全部"
          style={{ width: 180 }}
          value={state}
          onChange={(value?: string) => filters.set({ state: value })}
          options={Object.entries(DRAFT_STATE_NAMES).map(([value, label]) => ({ value, label }))}
        />
        <Checkbox
          checked={Boolean(mine)}
          onChange={({ target }) => filters.set({ mine: target.checked ? 'true' : undefined })}
        >
          只看我写过的
        </Checkbox>
      </div>
      <ListTable
        label="草稿"
        exportAs={{ table: 'drafts', query: { state, mine } }}
        nothing={state || mine ? '没有这样的草稿' : '没有在写的，点“写一条”起一份'}
        list={list}
        nameOf={({ title }) => title || '（还没有标题）'}
        bulk={units.length > 0 ? (ids, keep) => <DiscardAll drafts={list.items} ids={ids} keep={keep} /> : undefined}
        columns={[
          {
            title: '标题',
            width: 420,
            render: (_, { id, title, attribute, ground }) => (
              <>
                <Link to={`/notices/drafts/${id}`}>{title || '（还没有标题）'}</Link>
                {attribute !== 'active' && (
                  <div className="quiet">{ground ? sayWithholding(ground) : attributeLabels[attribute]}</div>
                )}
              </>
            ),
          },
          { title: '种类', render: (_, { kind }) => KIND_NAMES[kind] },
          { title: '单位', render: (_, { unit }) => unit.name },
          {
            title: '到哪一步',
            render: (_, { state: at, step }) => DRAFT_STATE_NAMES[at] + (step ? `：${step.name}` : ''),
          },
          {
            title: '改过',
            render: (_, { updatedAt, updatedBy }) => `${sayWhen(updatedAt, new Date())}，${updatedBy.name}`,
          },
        ]}
      />
      {isNew && units.length > 0 && (
        <NewDraft
          units={units}
          columnId={columnId}
          close={() => {
            setNew(false);
            filters.set({ new: undefined });
          }}
        />
      )}
    </Page>
  );
}
