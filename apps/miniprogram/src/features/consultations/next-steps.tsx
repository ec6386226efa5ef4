import type { ConsultationDetail, OwnComment } from '@bandeng/contracts/types';
import { now } from '@/lib/clock';
import { sayDate, sayWhen } from '@bandeng/rules';
import { Timeline } from '@/ui/timeline';
import type { TimelineItem } from '@/ui/timeline';

const firstTitles: Record<ConsultationDetail['display'], string> = {
  with_outcome: '先收下，和结果一起公开',
  after_review: '先看一遍，再公开',
  after_check: '检查一下，就公开',
};

/** What happens next, who does it, and by when (UI.md 12). */
export function nextSteps(consultation: ConsultationDetail, comment: OwnComment): TimelineItem[] {
  const { unit, display, closesOn, outcomeDueOn, outcomeAt, state } = consultation;
  const isShown = comment.state === 'shown';
  return [
    {
      key: 'shown',
      title: isShown ? '公开了' : firstTitles[display],
      detail: comment.state === 'waiting' ? `${unit.name}来看。${comment.stateText}` : comment.stateText,
      state: isShown || state !== 'open' ? 'done' : 'now',
    },
    {
      key: 'closes',
      title: '征集结束',
      detail: '在这之前可以撤回',
      when: sayDate(closesOn, now()),
      state: state === 'open' ? (isShown ? 'now' : 'ahead') : 'done',
    },
    {
      key: 'answer',
      title: '一起答复',
      detail: `采纳没有、为什么，${unit.name}逐条告诉你`,
      when: outcomeAt ? sayWhen(outcomeAt, now()) : `${sayDate(outcomeDueOn, now())}前`,
      state: outcomeAt ? 'done' : state === 'closed' ? 'now' : 'ahead',
    },
  ];
}

export function NextSteps(props: { consultation: ConsultationDetail; comment: OwnComment }) {
  return <Timeline label="接下来" items={nextSteps(props.consultation, props.comment)} />;
}
