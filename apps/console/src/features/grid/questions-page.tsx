import { ENQUIRY_KIND_LABELS, HIDDEN_FIGURES_LABELS } from '@bandeng/contracts/routes';
import type { QuestionTopic, RouteAnswer } from '@bandeng/contracts/types';
import { addDays } from '@bandeng/rules';
import { useQuery } from '@tanstack/react-query';
import { Table } from 'antd';
import dayjs from 'dayjs';
import { Link } from 'react-router';
import { api } from '../../lib/http';
import { pageOfRecord } from '../../lib/record-pages';
import { useAccount } from '../../lib/session';
import { useFilters } from '../../lib/use-filters';
import { DateInput } from '../../ui/date-input';
import { ExportList } from '../../ui/export-list';
import { ChoiceFilter } from '../../ui/filters';
import { Notice } from '../../ui/notice';
import { Page } from '../../ui/page';
import { Loaded } from '../../ui/state';
import { Rooms } from './rooms';
import { useGridAreas } from './use-grid-areas';

type Questions = RouteAnswer<'staff.grid.questions'>;
type Column = 'onBehalf' | 'question' | 'opinion' | 'wantsInformation';
const COLUMNS: readonly { key: Column; title: string }[] = [
  { key: 'onBehalf', title: '代录、转交' },
  { key: 'question', title: '有疑问' },
  { key: 'opinion', title: '有意见' },
  { key: 'wantsInformation', title: '想要信息' },
];

/** 问了什么: by what it was of, in sums; who asked stands nowhere. */
export function QuestionsPage() {
  const filters = useFilters();
  const { options } = useGridAreas();
  const to = filters.get('to') ?? dayjs().format('YYYY-MM-DD');
  const from = filters.get('from') ?? addDays(to, -89);
  const area = filters.get('area');
  const query = useQuery({
    queryKey: ['grid-questions', from, to, area],
    queryFn: () => api.call('staff.grid.questions', { query: { from, to, area } }),
  });
  return (
    <Page
      title="问了什么"
      note="入户时问的、说的，按事情合起来；哪一户问的，这里没有"
      actions={<Rooms here="/grid/questions" />}
    >
      <div className="filters">
        <ChoiceFilter choice={{ name: 'area', label: '哪个地方的', all: '管的全部地方', options }} width={260} />
        <DateInput aria-label="从哪天" value={from} onChange={value => filters.set({ from: value })} />
        <span>到</span>
        <DateInput aria-label="到哪天" value={to} onChange={value => filters.set({ to: value })} />
        <ExportList table="grid-questions" query={{ from, to, area }} />
      </div>
      <Loaded query={query}>
        {found =>
          found.hidden !== null ? <Notice title={HIDDEN_FIGURES_LABELS[found.hidden]} /> : <Topics found={found} />
        }
      </Loaded>
    </Page>
  );
}

function Topics({ found: { items, told, notReached, isRounded } }: { found: Questions }) {
  const say = (value: number | null) => (value === null ? '少于 5' : isRounded && value > 0 ? `${value} 多` : value);
  return (
    <div className="stack">
      <p>
        没有微信的，答复由网格员去告诉：告诉了 {say(told)} 条，去了几次没找到人的 {say(notReached)} 条。
        {isRounded && '不是本地方的人，看到的是往小里取的整数，少于 5 户的不显示。'}
      </p>
      <section aria-label="问了什么">
        <Table<QuestionTopic>
          rowKey={({ kind, item, enquiryKind }) => [kind, item?.id, enquiryKind].filter(Boolean).join(':')}
          size="middle"
          pagination={false}
          dataSource={items}
          scroll={{ x: 'max-content' }}
          locale={{ emptyText: <Notice title="这段日子没有人问。换一段日子，或者换个地方" /> }}
          columns={[
            { title: '事情', render: (_, topic) => <TopicName topic={topic} /> },
            ...COLUMNS.map(({ key, title }) => ({
              title,
              align: 'right' as const,
              render: (_: unknown, topic: QuestionTopic) => sayAsking(topic[key], isRounded),
            })),
          ]}
        />
      </section>
    </div>
  );
}

function sayAsking(asking: QuestionTopic[Column], isRounded: boolean): string {
  if (asking === null) return '少于 5 户';
  if (asking.doors === 0) return '';
  const more = isRounded ? '多' : '';
  return `${asking.doors} ${more}户，${asking.times} ${more}次`;
}

/** Leads to the thing itself for whoever may open it. */
function TopicName({ topic: { kind, item, enquiryKind } }: { topic: QuestionTopic }) {
  const { roles } = useAccount();
  if (item) {
    const page = pageOfRecord(item.kind === 'notice' ? 'notices' : 'consultations', item.id, roles);
    return page ? <Link to={page}>{item.title}</Link> : item.title;
  }
  if (enquiryKind) return `留言：${ENQUIRY_KIND_LABELS[enquiryKind]}`;
  return kind === 'request' ? '要政府信息' : '走访时说的，没有送东西';
}
