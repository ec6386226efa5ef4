import type { RouteAnswer } from '@bandeng/contracts/types';
import { officeStepOf, sayDate, type DecisionStep, type RequestKind } from '@bandeng/rules';
import { Input, Select, Tag } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { api } from '../../lib/http';
import { useAccount } from '../../lib/session';
import { useFilters } from '../../lib/use-filters';
import { useList } from '../../lib/use-list';
import { DueCell } from '../../ui/due-cell';
import { ListTable } from '../../ui/list-table';
import { Page } from '../../ui/page';
import { KIND_NAMES, STATUS_NAMES, STEP_NAMES, type Status } from './words';

type Row = RouteAnswer<'staff.informationRequests.list'>['items'][number];

/** All requests of my units, the newest first, or those of one status. */
export function RequestsPage() {
  const filters = useFilters();
  const isOfficer = useAccount().roles.some(({ role }) => role === 'officer');
  const status = filters.get('status') as Status | undefined;
  const step = filters.get('step') as DecisionStep | undefined;
  const kind = filters.get('kind') as RequestKind | undefined;
  const dueBy = filters.get('dueBy');
  // Not in the address: it is somebody's name or number.
  const [applicant, setApplicant] = useState<string>();
  const list = useList<Row>(['requests', status, kind, step, dueBy, applicant], cursor =>
    api.call('staff.informationRequests.list', { query: { limit: 50, cursor, status, kind, step, dueBy, applicant } }),
  );
  return (
    <Page
      title="依申请公开"
      note="每一件从登记那天起，按工作日计时"
      actions={
        <>
          {isOfficer && <Link to="/information-requests/counter">登记来的申请</Link>}
          <Link to="/information-requests/handed-on">转交的</Link>
          <Link to="/publishing-proposals">主动公开的建议</Link>
          <Link to="/letter-kinds">文书的文字</Link>
        </>
      }
    >
      <div className="filters">
        <Select
          aria-label="办到哪一步"
          allowClear
          placeholder="全部状态"
          style={{ width: 160 }}
          value={status}
          onChange={(value?: Status) => filters.set({ status: value })}
          options={Object.entries(STATUS_NAMES).map(([value, label]) => ({ value, label }))}
        />
        <Select
          aria-label="要什么"
          allowClear
          placeholder="申请和更正"
          style={{ width: 160 }}
          value={kind}
          onChange={(value?: RequestKind) => filters.set({ kind: value })}
          options={Object.entries(KIND_NAMES).map(([value, label]) => ({ value, label }))}
        />
        <Select
          aria-label="答复走到谁手里"
          allowClear
          placeholder="答复在谁手里"
          style={{ width: 160 }}
          value={step}
          onChange={(value?: DecisionStep) => filters.set({ step: value })}
          options={Object.entries(STEP_NAMES).map(([value, label]) => ({ value, label }))}
        />
        {dueBy && (
          <Tag
            className="filter-tag"
            closable={{ 'aria-label': '不限日子' }}
            onClose={() => filters.set({ dueBy: undefined })}
          >
            最晚在 {sayDate(dueBy, new Date())}以前要办的
          </Tag>
        )}
        <Input.Search
          aria-label="按申请人找"
          placeholder="姓名、证件号、电话或者后四位"
          allowClear
          maxLength={100}
          style={{ width: 280 }}
          onSearch={text => setApplicant(text.trim() || undefined)}
        />
      </div>
      <ListTable
        label="申请"
        exportAs={{ table: 'information-requests', query: { status, kind, step, dueBy, applicant } }}
        nothing={status || kind || step || dueBy || applicant ? '没有这样的申请' : '还没有申请'}
        list={list}
        columns={[
          {
            title: '申请',
            render: (_, { id, kind, name, number }) => (
              <>
                <Link to={`/information-requests/${id}`}>{name}</Link>{' '}
                {kind === 'record_correction' && <Tag color="processing">更正</Tag>}
                <div className="quiet">{number}</div>
              </>
            ),
          },
          { title: '单位', render: (_, { unit }) => unit.name },
          { title: '状态', render: (_, row) => <Tag>{STATUS_NAMES[row.status]}</Tag> },
          { title: '下一步', render: (_, row) => officeStepOf(row) },
          { title: '收到', render: (_, { submittedAt }) => sayDate(submittedAt, new Date()) },
          { title: '最晚', render: (_, row) => <DueCell nextStep={row.nextStep} overdue={row.overdue} /> },
        ]}
      />
    </Page>
  );
}
