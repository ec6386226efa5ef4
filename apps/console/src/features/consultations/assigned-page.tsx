import type { RouteAnswer } from '@bandeng/contracts/types';
import { sayDate } from '@bandeng/rules';
import { Button, Card, Form, Tag } from 'antd';
import { useEffect, useRef } from 'react';
import { api } from '../../lib/http';
import { useAct } from '../../lib/use-act';
import { useFilters } from '../../lib/use-filters';
import { useList } from '../../lib/use-list';
import { More } from '../../ui/more';
import { Notice } from '../../ui/notice';
import { Page } from '../../ui/page';
import { PublicLink } from '../../ui/public-link';
import { Failed } from '../../ui/state';
import { publicConsultation } from '../../lib/public-page';
import { AnswerFields } from './answer-panel';
import { NotesPanel } from './notes-panel';
import type { Result } from './words';

type Assigned = RouteAnswer<'staff.assignedComments.list'>['items'][number];

/** What other units ask mine to answer for, the first due first. */
export function AssignedPage() {
  const list = useList<Assigned>(['assigned-comments'], cursor =>
    api.call('staff.assignedComments.list', { query: { limit: 20, cursor } }),
  );
  const wanted = useFilters().get('comment');
  return (
    <Page title="交办的意见" note="别的单位请你们拟的答复。定不定、怎么公布，由主办单位来">
      {list.error && list.items.length === 0 && <Failed error={list.error} retry={list.retry} />}
      {!list.isLoading && !list.error && list.items.length === 0 && <Notice title="没有等你们拟的答复" />}
      <div className="stack">
        {list.items.map(comment => (
          <AssignedCard key={comment.id} comment={comment} isWanted={comment.id === wanted} />
        ))}
      </div>
      <More list={list} />
    </Page>
  );
}

function AssignedCard({ comment, isWanted }: { comment: Assigned; isWanted: boolean }) {
  const { id, consultation, targetLabel, body, proposedText, author, assignment, former } = comment;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (isWanted) heading.current?.focus();
  }, [isWanted]);
  const draft = useAct(
    (fields: { result: Result; reason: string }) =>
      api.call('staff.assignedComments.draft', { params: { id }, body: fields }),
    '拟好了，交给主办单位定',
  );
  return (
    <Card
      title={
        <h2 className="card-title" tabIndex={-1} ref={heading}>
          {targetLabel}
        </h2>
      }
      extra={assignment && <Tag>{sayDate(assignment.dueOn, new Date())}前要</Tag>}
    >
      <p>
        <PublicLink to={publicConsultation(consultation.id)}>{consultation.question}</PublicLink>
        <span className="quiet"> · {consultation.unit.name}</span>
      </p>
      <p className="prose">{body}</p>
      {proposedText !== null && proposedText !== body && (
        <blockquote className="prose proposed">
          <span className="quiet">想改成</span>
          <br />
          {proposedText}
        </blockquote>
      )}
      {former && <p className="quiet">这条意见针对的是以前的草案。</p>}
      <p className="quiet">{author}</p>
      {assignment?.note && <p>要说清楚：{assignment.note}</p>}
      <Form<{ result: Result; reason: string }>
        name={`draft-${id}`}
        layout="vertical"
        requiredMark={false}
        onFinish={({ result, reason }) => draft.mutate({ result, reason })}
      >
        <AnswerFields />
        <Button htmlType="submit" loading={draft.isPending}>
          拟好了
        </Button>
      </Form>
      <div className="materials">
        <NotesPanel consultationId={consultation.id} comment={comment} />
      </div>
    </Card>
  );
}
