import type { StaffComment } from '@bandeng/contracts/types';
import { sayDate, sayExactly } from '@bandeng/rules';
import { Button, Card, Tag } from 'antd';
import { useEffect, useRef } from 'react';
import { useNavigate } from 'react-router';
import { AgreedAtDoor } from '../../ui/agreed-at-door';
import { AnswerPanel } from './answer-panel';
import { AssignPanel } from './assign-panel';
import type { Detail } from './consultation-facts';
import { NotesPanel } from './notes-panel';
import { ReviewPanel } from './review-panel';
import { SimilarPanel } from './similar-panel';
import { CHANNEL_NAMES, CHECK_NAMES, CONSENT_NAMES } from './words';

export interface CommentCardProps {
  consultation: Detail;
  comment: StaffComment;
  /** Who came here by key or after an act reads on here. */
  takesFocus: boolean;
  done: (act: 'review' | 'answer' | 'duplicate') => void;
}

/** The comment at hand: its words, what is known about it, what to do with it. */
export function CommentCard({ consultation, comment, takesFocus, done }: CommentCardProps) {
  const { abilities = {} } = consultation;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takesFocus) heading.current?.focus();
  }, [takesFocus]);
  return (
    <Card
      title={
        <h2 className="card-title" tabIndex={-1} ref={heading}>
          {comment.targetLabel}
        </h2>
      }
      extra={<Marks comment={comment} />}
    >
      <div className="stack">
        <div>
          <Former comment={comment} />
          <p className="prose">{comment.body}</p>
          {comment.proposedText !== null && comment.proposedText !== comment.body && (
            <blockquote className="prose proposed">
              <span className="quiet">想改成</span>
              <br />
              {comment.proposedText}
            </blockquote>
          )}
          <p className="quiet">
            {comment.author}
            {comment.persons > 1 && `等 ${comment.persons} 人`} · {CHANNEL_NAMES[comment.channel]} ·{' '}
            {sayExactly(comment.createdAt)}
            {comment.supportCount > 0 && ` · ${comment.supportCount} 人也这么想`}
          </p>
          <Heard comment={comment} />
          {comment.channel === 'proxy' && abilities.read && <AgreedAtDoor key={comment.id} id={comment.id} />}
          <p className="quiet">{[CHECK_NAMES[comment.check], comment.checkNote].filter(Boolean).join('：')}</p>
        </div>
        <Reports comment={comment} />
        {!comment.withdrawn && abilities.review && (
          <ReviewPanel consultationId={consultation.id} comment={comment} done={() => done('review')} />
        )}
        {!comment.withdrawn && abilities.answer && comment.duplicateOf === null && (
          <>
            <SimilarPanel consultationId={consultation.id} comment={comment} />
            <AssignPanel consultationId={consultation.id} comment={comment} />
          </>
        )}
        {!comment.withdrawn && (
          <AnswerPanel
            consultationId={consultation.id}
            comment={comment}
            allowed={abilities.answer === true}
            done={done}
          />
        )}
        <Carry consultation={consultation} comment={comment} />
        {abilities.review && <NotesPanel consultationId={consultation.id} comment={comment} />}
      </div>
    </Card>
  );
}

/** Why it was reported; who did is not said. */
function Reports({ comment: { reports } }: { comment: StaffComment }) {
  if (reports.length === 0) return null;
  return (
    <ul className="plain-list" aria-label="举报的理由">
      {reports.map(({ reason, at, isSettled }) => (
        <li key={at + reason}>
          <Tag color={isSettled ? 'default' : 'error'}>{isSettled ? '答复过的举报' : '举报'}</Tag> {reason}{' '}
          <span className="quiet">{sayExactly(at)}</span>
        </li>
      ))}
    </ul>
  );
}

/** The words it speaks of are not there any more. */
function Former({ comment: { former, draftVersion } }: { comment: StaffComment }) {
  if (!former) return null;
  const { change, text } = former;
  return (
    <div className="former">
      <Tag color="warning">针对第 {draftVersion} 稿</Tag>
      <span className="quiet">
        {' '}
        {change === 'removed' ? '这一处后来删掉了' : text === null ? '草案后来改过' : '这一处后来改了'}
        {text !== null && '，当时写的是：'}
      </span>
      {text !== null && <del className="prose before">{text || '没写'}</del>}
    </div>
  );
}

/** Of what a colleague wrote down: when and where it was said, and what its author agreed to. */
function Heard({ comment: { heardOn, heardAt, consent } }: { comment: StaffComment }) {
  if (heardOn === null || consent === null) return null;
  return (
    <p className="quiet">
      {[sayDate(heardOn, new Date()), heardAt, CONSENT_NAMES[consent]].filter(Boolean).join(' · ')}
    </p>
  );
}

/** What is adopted of a document goes into its next draft; what is in one already says which. */
function Carry({ consultation, comment }: Pick<CommentCardProps, 'consultation' | 'comment'>) {
  const { id, abilities = {}, draftKind } = consultation;
  const { carriedIn, draftAnswer, withdrawn, duplicateOf } = comment;
  const navigate = useNavigate();
  if (carriedIn !== null) return <p className="quiet">写进了第 {carriedIn} 稿。</p>;
  const isAdopted = draftAnswer?.result === 'adopted' || draftAnswer?.result === 'partly';
  if (!isAdopted || withdrawn || duplicateOf !== null || draftKind !== 'clauses' || !abilities.revise) return null;
  return (
    <div>
      <Button onClick={() => void navigate(`/consultations/${id}/revise?comment=${comment.id}`)}>写进新的一稿</Button>
    </div>
  );
}

function Marks({ comment: { withdrawn, visible, review, reportCount, duplicateOf } }: { comment: StaffComment }) {
  return (
    <>
      {withdrawn && <Tag>作者撤回了</Tag>}
      {reportCount > 0 && <Tag color="error">{reportCount} 人举报</Tag>}
      {duplicateOf !== null && <Tag>重复</Tag>}
      {!withdrawn && <Tag>{visible ? '大家看得到' : review === 'rejected' ? '不公开' : '还没公开'}</Tag>}
    </>
  );
}
