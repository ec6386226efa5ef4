import type { ConsultationDetail, OwnComment } from '@bandeng/contracts/types';
import { nextSteps } from './next-steps';

const open = {
  unit: { id: 'u', name: '栖河区民政局' },
  display: 'after_review',
  state: 'open',
  closesOn: '2026-10-23',
  outcomeDueOn: '2026-11-20',
  outcomeAt: null,
} as ConsultationDetail;
const waiting = { state: 'waiting', stateText: '工作人员看过再公开。' } as OwnComment;
const states = (consultation: ConsultationDetail, comment: OwnComment) =>
  nextSteps(consultation, comment).map(step => step.state);

describe('next steps of a comment', () => {
  test('just sent -> the review is now, and says who does it', () => {
    const [first] = nextSteps(open, waiting);
    expect(first).toMatchObject({ title: '先看一遍，再公开', detail: '栖河区民政局来看。工作人员看过再公开。' });
    expect(states(open, waiting)).toEqual(['now', 'ahead', 'ahead']);
  });

  test('shown while open -> the window is now', () => {
    expect(states(open, { ...waiting, state: 'shown' })).toEqual(['done', 'now', 'ahead']);
  });

  test('closed, then answered -> the answer is now, then done', () => {
    const closed = { ...open, state: 'closed' } as ConsultationDetail;
    expect(states(closed, waiting)).toEqual(['done', 'done', 'now']);
    const answered = { ...open, state: 'answered', outcomeAt: '2026-11-18T02:00:00.000Z' } as ConsultationDetail;
    expect(states(answered, waiting)).toEqual(['done', 'done', 'done']);
  });
});
