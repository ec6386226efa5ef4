import { Button, InputNumber, Tag } from 'antd';
import { useState } from 'react';
import { api } from '../../lib/http';
import { publicConsultation, publicDecisions } from '../../lib/public-page';
import { useAccount } from '../../lib/session';
import { useFilters } from '../../lib/use-filters';
import { useList } from '../../lib/use-list';
import { ListTable } from '../../ui/list-table';
import { Page } from '../../ui/page';
import { PublicLink } from '../../ui/public-link';
import { DecisionActs } from './decision-acts';
import { DecisionForm, type StaffDecision } from './decision-form';

/** The year's list of major decisions: what is planned, what was asked about it, what came of it. */
export function DecisionsPage() {
  const filters = useFilters();
  const year = Number(filters.get('year') ?? new Date().getFullYear());
  const [isAdding, setAdding] = useState(false);
  const isKeeper = useAccount().roles.some(({ role }) => role === 'office');
  const list = useList<StaffDecision>(['decisions', year], cursor =>
    api.call('staff.decisions.list', { query: { year, limit: 100, cursor } }),
  );
  return (
    <Page
      title="年度决策目录"
      isWide
      note="重大行政决策事项：办哪些、谁来办、什么时候、依据什么，连着它的征集和结果"
      actions={
        <>
          <PublicLink to={publicDecisions(year)}>看公众看到的</PublicLink>
          {isKeeper && (
            <Button type="primary" onClick={() => setAdding(true)}>
              列入一项
            </Button>
          )}
        </>
      }
    >
      <div className="filters">
        <InputNumber
          aria-label="哪一年"
          min={2000}
          max={2099}
          precision={0}
          value={year}
          onChange={value => value !== null && filters.set({ year: String(value) })}
        />
      </div>
      <ListTable
        label="决策事项"
        exportAs={{ table: 'decisions', query: { year: String(year) } }}
        nothing={`${year} 年还没有列入事项`}
        list={list}
        columns={[
          { title: '序号', align: 'right', render: (_, { position }) => position },
          {
            title: '事项',
            render: (_, { title, basis, consultations }) => (
              <div className="cell-text">
                {title}
                <div className="quiet">{basis}</div>
                {consultations.map(({ id, question }) => (
                  <div key={id}>
                    <PublicLink to={publicConsultation(id)}>{question}</PublicLink>
                  </div>
                ))}
              </div>
            ),
          },
          {
            title: '承办单位和计划',
            render: (_, { unit, plannedFor }) => (
              <>
                {unit.name}
                <div className="quiet">{plannedFor}</div>
              </>
            ),
          },
          {
            title: '到哪一步',
            render: (_, { stateText, conclusion, isPublished }) => (
              <>
                {!isPublished && <Tag>没有公布</Tag>} {stateText}
                {conclusion && <div className="quiet cell-text">{conclusion.text}</div>}
              </>
            ),
          },
          ...(isKeeper
            ? [{ title: '办', render: (_: unknown, decision: StaffDecision) => <DecisionActs decision={decision} /> }]
            : []),
        ]}
      />
      {isAdding && (
        <DecisionForm
          year={year}
          nextPosition={Math.max(0, ...list.items.map(({ position }) => position)) + 1}
          close={() => setAdding(false)}
        />
      )}
    </Page>
  );
}
