import { ENQUIRY_STATUS_LABELS } from '@bandeng/contracts/routes';
import type { RouteAnswer } from '@bandeng/contracts/types';
import { sayDate } from '@bandeng/rules';
import { Button, Select, Tag } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { api } from '../../lib/http';
import { useAccount } from '../../lib/session';
import { useFilters } from '../../lib/use-filters';
import { useList } from '../../lib/use-list';
import { DueCell } from '../../ui/due-cell';
import { ListTable } from '../../ui/list-table';
import { Page } from '../../ui/page';
import { RecordFromHotline } from './record-form';

type Row = RouteAnswer<'staff.enquiries.list'>['items'][number];

const NEIGHBOURS = [
  { path: '/enquiries/opinions', label: '舆情' },
  { path: '/enquiries/duty', label: '值班表' },
  { path: '/enquiries/hotline', label: '热线三率' },
] as const;

/** All messages of my units, the newest first, or those of one status, or what is due. */
export function EnquiriesPage() {
  const filters = useFilters();
  const navigate = useNavigate();
  const [isRecording, setRecording] = useState(false);
  const takesIn = useAccount().roles.some(({ role }) => role === 'office' || role === 'street');
  const status = filters.get('status') as Row['status'] | undefined;
  const dueBy = filters.get('dueBy');
  const list = useList<Row>(['enquiries', status, dueBy], cursor =>
    api.call('staff.enquiries.list', { query: { limit: 50, cursor, status, dueBy } }),
  );
  return (
    <Page
      title="网上民声"
      note="受理、交办、答复、审核，本人同意的遮住个人信息后公开"
      actions={
        <>
          {NEIGHBOURS.map(({ path, label }) => (
            <Button key={path} onClick={() => void navigate(path)}>
              {label}
            </Button>
          ))}
          {takesIn && <Button onClick={() => setRecording(true)}>接热线转来的</Button>}
          {isRecording && <RecordFromHotline close={() => setRecording(false)} />}
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
          onChange={(value?: Row['status']) => filters.set({ status: value })}
          options={Object.entries(ENQUIRY_STATUS_LABELS).map(([value, label]) => ({ value, label }))}
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
      </div>
      <ListTable
        label="留言"
        exportAs={{ table: 'enquiries', query: { status, dueBy } }}
        nothing={status || dueBy ? '没有这样的留言' : '还没有留言'}
        list={list}
        columns={[
          {
            title: '留言',
            render: (_, { id, title, number, kindText, isOnBehalf }) => (
              <>
                <Link to={`/enquiries/${id}`}>{title}</Link>
                <div className="quiet">
                  {number} · {kindText}
                  {isOnBehalf && ' · 代录'}
                </div>
              </>
            ),
          },
          { title: '主办', render: (_, { mainUnit, unit }) => mainUnit?.name ?? `${unit.name}（受理）` },
          { title: '状态', render: (_, row) => <Tag>{row.statusText}</Tag> },
          { title: '下一步', render: (_, { nextStep }) => nextStep.what },
          { title: '收到', render: (_, { submittedAt }) => sayDate(submittedAt, new Date()) },
          { title: '最晚', render: (_, row) => <DueCell nextStep={row.nextStep} overdue={row.overdue} /> },
        ]}
      />
    </Page>
  );
}
