import { OPINION_STATUS_LABELS } from '@bandeng/contracts/routes';
import type { OpinionSummary } from '@bandeng/contracts/types';
import { sayExactly } from '@bandeng/rules';
import { Button, Tag } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { api } from '../../lib/http';
import { optionsOf } from '../../lib/options-of';
import { useAccount } from '../../lib/session';
import { useFilters } from '../../lib/use-filters';
import { useList } from '../../lib/use-list';
import { useNow } from '../../lib/use-now';
import { ChoiceFilter } from '../../ui/filters';
import { ListTable } from '../../ui/list-table';
import { Page } from '../../ui/page';
import { DutyText } from './duty-text';
import { RegisterOpinion } from './register-form';

const STATUS = { name: 'status', label: '办到哪一步', all: '全部', options: optionsOf(OPINION_STATUS_LABELS) };

/** Public-opinion matters of my units, the newest first. */
export function OpinionsPage() {
  const [isOpen, setOpen] = useState(false);
  const now = useNow();
  const mayRegister = useAccount().roles.some(({ role }) => role !== 'head');
  const status = useFilters().get('status') as OpinionSummary['status'] | undefined;
  const list = useList<OpinionSummary>(['opinions', status], cursor =>
    api.call('staff.opinions.list', { query: { limit: 50, cursor, status } }),
  );
  return (
    <Page
      title="舆情"
      note="只有责任单位、当天值班的人和政府办看得到；特别重大、重大的，5 小时内发布权威信息，24 小时内开新闻发布会"
      actions={
        mayRegister && (
          <>
            <Button type="primary" onClick={() => setOpen(true)}>
              登记一件
            </Button>
            {isOpen && <RegisterOpinion close={() => setOpen(false)} />}
          </>
        )
      }
    >
      <div className="filters">
        <ChoiceFilter choice={STATUS} width={160} />
      </div>
      <ListTable
        label="舆情"
        exportAs={{ table: 'opinions', query: { status } }}
        nothing={status ? '没有这样的舆情' : '没有登记过舆情'}
        list={list}
        columns={[
          {
            title: '什么事',
            render: (_, { id, title, unit }) => (
              <>
                <Link to={`/enquiries/opinions/${id}`}>{title}</Link>
                <div className="quiet">{unit.name}</div>
              </>
            ),
          },
          {
            title: '级别',
            render: (_, { gravity, gravityText }) => <GravityTag gravity={gravity} text={gravityText} />,
          },
          { title: '发现', render: (_, { noticedAt }) => sayExactly(noticedAt) },
          ...(['inform', 'brief'] as const).map(name => ({
            title: name === 'inform' ? '发布权威信息' : '开新闻发布会',
            render: (_: unknown, { duties, status: at }: OpinionSummary) => {
              const duty = duties.find(one => one.duty === name);
              return duty && (at === 'open' || duty.doneAt) ? <DutyText duty={duty} now={now} /> : null;
            },
          })),
          { title: '状态', render: (_, { statusText }) => <Tag>{statusText}</Tag> },
        ]}
      />
    </Page>
  );
}

function GravityTag({ gravity, text }: { gravity: OpinionSummary['gravity']; text: string }) {
  return <Tag {...(gravity !== 'general' && { color: 'warning' })}>{text}</Tag>;
}
