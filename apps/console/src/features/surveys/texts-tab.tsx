import type { RouteAnswer, StaffSurvey } from '@bandeng/contracts/types';
import { Button, Space, Tag } from 'antd';
import { Link } from 'react-router';
import { api } from '../../lib/http';
import { useAct } from '../../lib/use-act';
import { useFilters } from '../../lib/use-filters';
import { useList } from '../../lib/use-list';
import { ChoiceFilter } from '../../ui/filters';
import { ListTable } from '../../ui/list-table';
import { isReview, REVIEW_NAMES, type TextReview } from './words';

type Row = RouteAnswer<'staff.surveys.texts'>['items'][number];
const REVIEWS = {
  name: 'review',
  label: '看过没有',
  all: '全部',
  options: Object.entries(REVIEW_NAMES).map(([value, label]) => ({ value, label })),
};

/** What people wrote: each piece is looked at before it comes out with the result, and may be taken into the comments. */
export function TextsTab({ survey }: { survey: StaffSurvey }) {
  const { id, abilities = {}, consultation } = survey;
  const wanted = useFilters().get('review');
  const review = isReview(wanted) ? wanted : undefined;
  const list = useList<Row>(['survey-texts', id, review], cursor =>
    api.call('staff.surveys.texts', { params: { id }, query: { limit: 50, cursor, review } }),
  );
  return (
    <>
      <div className="filters">
        <ChoiceFilter choice={REVIEWS} width={160} />
      </div>
      <ListTable
        label="写的话"
        exportAs={{ table: 'survey-texts', query: { of: id, review } }}
        nothing={review ? '没有这样的' : '还没有人写'}
        list={list}
        columns={[
          {
            title: '写了什么',
            width: 480,
            render: (_, { text, hasPersonalData }) => (
              <>
                <p className="prose">{text}</p>
                {hasPersonalData && <Tag color="warning">有个人信息，已经遮住</Tag>}
              </>
            ),
          },
          { title: '哪道题', render: (_, { questionTitle }) => questionTitle },
          { title: '能不能公开', render: (_, row) => <Tag>{REVIEW_NAMES[row.review]}</Tag> },
          {
            title: '办理',
            render: (_, row) => (
              <Space wrap>
                {abilities.review && <Review surveyId={id} row={row} />}
                {row.commentId && consultation ? (
                  <Link to={`/consultations/${consultation.id}?tab=comments&comment=${row.commentId}`}>已收进意见</Link>
                ) : (
                  abilities.takeIntoComments && <Take surveyId={id} textId={row.id} />
                )}
              </Space>
            ),
          },
        ]}
      />
    </>
  );
}

function Review({ surveyId, row }: { surveyId: string; row: Row }) {
  const act = useAct(
    (decision: Exclude<TextReview, 'waiting'>) =>
      api.call('staff.surveys.reviewText', { params: { id: surveyId, textId: row.id }, body: { decision } }),
    '记下了',
  );
  return (
    <>
      <Button
        size="small"
        disabled={row.review === 'approved'}
        loading={act.isPending}
        onClick={() => act.mutate('approved')}
      >
        可以公开
      </Button>
      <Button
        size="small"
        disabled={row.review === 'kept_back'}
        loading={act.isPending}
        onClick={() => act.mutate('kept_back')}
      >
        不公开
      </Button>
    </>
  );
}

function Take({ surveyId, textId }: { surveyId: string; textId: string }) {
  const act = useAct(
    () => api.call('staff.surveys.takeText', { params: { id: surveyId, textId } }),
    '收进意见了，和别的意见一样要答复',
  );
  return (
    <Button size="small" loading={act.isPending} onClick={() => act.mutate(undefined)}>
      收进意见
    </Button>
  );
}
