import { View } from '@tarojs/components';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { enquiry, useWithdraw } from '@/features/enquiries/api';
import { HiddenCard, ReportSheet } from '@/features/enquiries/abuse-cards';
import { ConversionCard } from '@/features/enquiries/conversion-card';
import { AnswerCard, NextStepCard, Photos } from '@/features/enquiries/enquiry-cards';
import { RatingCard, ReopenCard } from '@/features/enquiries/rating-card';
import { useLogin } from '@/features/identity/use-login';
import { TellMeButton } from '@/features/notifications/tell-me-button';
import { now } from '@/lib/clock';
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

/** One message: as everybody reads it; one's own with where it is, rating and the way to have it done again. */
export default function EnquiryPage() {
  const { id = '', sent } = usePageParams();
  const query = useQuery(enquiry(id));
  const [isAsking, setAsking] = useState(false);
  const withdraw = useWithdraw(id);
  const [isReporting, setReporting] = useState(false);
  const login = useLogin('举报要登录');
  const report = async () => {
    if (await login.ensure()) setReporting(true);
  };
  return (
    <Page
      title={query.data?.own ? '我的留言' : '网上民声'}
      bar={
        query.data?.abilities?.withdraw && (
          <Button look="quiet" onPress={() => setAsking(true)}>
            撤回
          </Button>
        )
      }
      overlay={
        <>
          {login.sheet}
          <WithdrawDialog
            title="撤回这件留言？"
            words="撤回后就不再办了。以后还想问，可以重新留言。"
            withdraw={() => withdraw.mutateAsync(undefined)}
            isBusy={withdraw.isPending}
            isOpen={isAsking}
            onClose={() => setAsking(false)}
          />
          <ReportSheet id={id} isOpen={isReporting} onClose={() => setReporting(false)} />
        </>
      }
    >
      <Loaded query={query} lines={12}>
        {found => (
          <>
            <Heading level={1}>{found.title}</Heading>
            <Facts className="note mt1">
              {found.number}
              {found.kindText}
              {found.isOnBehalf && '网格员代录'}
              {sayDate(found.submittedAt, now())}
              {found.own?.place}
            </Facts>
            {sent === '1' && (
              <NoticeBar tone="brand" icon="check" className="mt2">
                收到了，编号 {found.number}
              </NoticeBar>
            )}
            {found.own && <NextStepCard enquiry={found} own={found.own} />}
            {found.own?.nextStep.dueOn && <TellMeButton template="request_progress" text="有进展告诉我" />}
            <ConversionCard enquiry={found} />
            {found.own && <LinkedCases linked={found.own.linked} />}
            <View className="mt3 pre-line">{found.question}</View>
            <Photos enquiry={found} />
            {found.answer && <AnswerCard answer={found.answer} />}
            <HiddenCard enquiry={found} />
            <RatingCard key={found.own?.earlierAnswers.length} enquiry={found} />
            <ReopenCard enquiry={found} />
            {found.own?.earlierAnswers.map(answer => (
              <AnswerCard key={answer.answeredAt} answer={answer} title="重办以前的答复" />
            ))}
            {found.own ? (
              <CaseHistory steps={inOneHistory(found.own.timeline, found.own.linked)} />
            ) : (
              <View className="center mt3">
                <Button look="plain" icon="flag" onPress={() => void report()}>
                  举报
                </Button>
              </View>
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}
