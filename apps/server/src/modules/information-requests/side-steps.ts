import type { InformationRequest } from '@bandeng/contracts/types';
import type { InformationRequestRecord } from './information-request.model';

type Timeline = InformationRequest['timeline'];

/** What the applicant said to a fee and how an objection was settled; that a fee was asked for, paid or dropped is a fact of the case. */
export const feeSteps = ({ fee }: Pick<InformationRequestRecord, 'fee'>, unitName: string): Timeline =>
  (fee ? [...(fee.earlier ?? []), fee] : []).flatMap(({ reply, answer }) => [
    ...(reply
      ? [
          {
            ...{ at: reply.at.toISOString(), text: reply.reason, by: '申请人' },
            ...(reply.isAccepted
              ? { kind: 'feeAccepted', title: '你答应缴信息处理费' }
              : { kind: 'feeDisputed', title: '你对收费有异议' }),
          },
        ]
      : []),
    ...(answer?.isKept
      ? [
          {
            ...{ at: answer.at.toISOString(), text: answer.text, by: unitName },
            ...{ kind: 'feeKept', title: '答复了你的异议，费用不变' },
          },
        ]
      : []),
  ]);

const RESULTS = {
  accepted: { kind: 'suggestionAccepted', title: '你的建议采纳了，正在写成公开信息' },
  declined: { kind: 'suggestionDeclined', title: '你的建议没有采纳' },
  published: { kind: 'suggestionPublished', title: '你建议的，已经主动公开了' },
} as const;

/** 建议纳入主动公开 (Art. 44), and what became of it. */
export function suggestionSteps(
  { suggestion }: Pick<InformationRequestRecord, 'suggestion'>,
  unitName: string,
): Timeline {
  if (!suggestion) return [];
  const { at, reason, result } = suggestion;
  const accepted = result?.state === 'published' && result.acceptedAt;
  return [
    { at: at.toISOString(), kind: 'publishingSuggested', title: '你建议主动公开', text: reason, by: '申请人' },
    ...(accepted ? [{ at: accepted.toISOString(), ...RESULTS.accepted, text: null, by: unitName }] : []),
    ...(result ? [{ at: result.at.toISOString(), ...RESULTS[result.state], text: result.reason, by: unitName }] : []),
  ];
}
