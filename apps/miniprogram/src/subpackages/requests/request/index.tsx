import { View } from '@tarojs/components';
import type { InformationRequest } from '@bandeng/contracts/types';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { informationRequest, requestClock, useWithdraw } from '@/features/information-requests/api';
import { ClockCard } from '@/features/information-requests/clock-card';
import { ConversionCard } from '@/features/information-requests/conversion-card';
import { DecisionCard } from '@/features/information-requests/decision-card';
import { FeeCard } from '@/features/information-requests/fee-card';
import { LettersCard } from '@/features/information-requests/letters-card';
import { NextStepCard } from '@/features/information-requests/next-step-card';
import { ReasonsCard } from '@/features/information-requests/reasons-card';
import { RecordCard } from '@/features/information-requests/record-card';
import { SentCard } from '@/features/information-requests/sent-card';
import { SuggestionCard } from '@/features/information-requests/suggestion-card';
import { TellMeButton } from '@/features/notifications/tell-me-button';
import { now } from '@/lib/clock';
import { open } from '@/lib/navigation';
import { usePageParams } from '@/lib/page-params';
import { sayDate } from '@bandeng/rules';
import { Button } from '@/ui/button';
import { CaseHistory } from '@/ui/case-history';
import { inOneHistory, LinkedCases } from '@/ui/linked-cases';
import { Page } from '@/ui/page';
import { Loaded } from '@/ui/states';
import { NoticeBar } from '@/ui/tag';
import { Facts, Heading } from '@/ui/text';
import { WithdrawDialog } from '@/ui/withdraw-dialog';

/** Nothing more happens to these. */
const ended = new Set<InformationRequest['status']>(['decided', 'withdrawn', 'lapsed']);

/** One request (mock 09): the next step, the calendar that proves its date, what happened. */
export default function RequestPage() {
  const { id = '', sent } = usePageParams();
  const query = useQuery(informationRequest(id));
  const clock = useQuery(requestClock(id));
  const [isAsking, setAsking] = useState(false);
  const withdraw = useWithdraw(id);
  const abilities = query.data?.abilities ?? {};
  return (
    <Page
      title="我的申请"
      bar={
        (abilities.correct || abilities.withdraw) && (
          <>
            {abilities.withdraw && (
              <Button look="quiet" onPress={() => setAsking(true)}>
                撤回
              </Button>
            )}
            {abilities.correct && (
              <Button look="filled" wide icon="pencil" onPress={() => void open('requestCorrection', { id })}>
                去补正
              </Button>
            )}
          </>
        )
      }
      overlay={
        <WithdrawDialog
          title="撤回这件申请？"
          words="撤回后就不再办了。以后还想要，可以重新申请。"
          withdraw={() => withdraw.mutateAsync()}
          isBusy={withdraw.isPending}
          isOpen={isAsking}
          onClose={() => setAsking(false)}
        />
      }
    >
      <Loaded query={query} lines={12}>
        {request => (
          <>
            <Heading level={1}>{request.content.name}</Heading>
            <Facts className="note mt1">
              {request.number}
              {request.kind === 'information' ? `向${request.unit.name}要的` : `请${request.unit.name}更正的`}
            </Facts>
            {sent === '1' && <SentCard request={request} />}
            <NextStepCard request={request} />
            {!ended.has(request.status) && <TellMeButton template="request_progress" text="有进展告诉我" />}
            <ConversionCard request={request} />
            <LinkedCases linked={request.linked} />
            {request.correction && <CorrectionCard correction={request.correction} />}
            <ReasonsCard request={request} />
            {request.fee && <FeeCard request={request} fee={request.fee} />}
            <RecordCard request={request} />
            {request.decision && <DecisionCard decision={request.decision} />}
            <LettersCard id={request.id} />
            <SuggestionCard request={request} />
            {clock.data && <ClockCard clock={clock.data} />}
            <CaseHistory steps={inOneHistory(request.timeline, request.linked)} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function CorrectionCard({ correction }: { correction: NonNullable<InformationRequest['correction']> }) {
  return (
    <NoticeBar tone="wood" icon="pencil" className="mt2">
      <View className="strong">要补正：{correction.items}</View>
      <View className="mt1">
        最晚{sayDate(correction.deadline, now())}。{correction.consequence}
      </View>
    </NoticeBar>
  );
}
