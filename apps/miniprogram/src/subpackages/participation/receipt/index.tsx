import { View } from '@tarojs/components';
import type { ConsultationDetail, OwnComment } from '@bandeng/contracts/types';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { consultation as consultationQuery, ownComment, useWithdrawComment } from '@/features/consultations/api';
import { BenchHead } from '@/features/consultations/bench-head';
import { CommentCard } from '@/features/consultations/comment-card';
import { NextSteps } from '@/features/consultations/next-steps';
import { ReceiptCard } from '@/features/consultations/receipt-card';
import { useTellMe } from '@/features/notifications/use-tell-me';
import { asApiError } from '@bandeng/contracts/api-error';
import { now } from '@/lib/clock';
import { open, replace } from '@/lib/navigation';
import { usePageParams } from '@/lib/page-params';
import { sayWhen } from '@bandeng/rules';
import { Button } from '@/ui/button';
import { Card, Section } from '@/ui/card';
import { Page } from '@/ui/page';
import { Dialog } from '@/ui/sheet';
import { Empty, Loaded } from '@/ui/states';
import { toast } from '@/ui/toast';

/** The receipt of a comment (mock 13), right after it was sent and whenever one comes back to it. */
export default function ReceiptPage() {
  const { id = '', consultation: consultationId = '', sent } = usePageParams();
  const comment = useQuery(ownComment(consultationId, id));
  const consultation = useQuery(consultationQuery(consultationId));
  const [isAsking, setAsking] = useState(false);
  const isWithdrawn = comment.data?.state === 'withdrawn';
  const isNew = sent === 'true' && !isWithdrawn;
  return (
    <Page
      title={isNew ? '送出了' : '我的意见'}
      tone="wood"
      head={
        comment.data &&
        consultation.data && (
          <BenchHead
            consultation={consultation.data}
            headline={isNew ? '收到你的意见了' : isWithdrawn ? '你撤回了这条意见' : undefined}
            detail={`${sayWhen(comment.data.createdAt, now())}收到${isWithdrawn ? '' : '，座位上有你了'}`}
            isSeated={!isWithdrawn}
          />
        )
      }
      bar={comment.data && consultation.data && <Bar comment={comment.data} consultation={consultation.data} />}
      overlay={
        <WithdrawDialog consultationId={consultationId} id={id} isOpen={isAsking} onClose={() => setAsking(false)} />
      }
    >
      <Loaded query={comment}>
        {own =>
          own === null ? (
            <Empty title="没有找到这条意见" detail="可能是用别的微信号说的，换个账号看看" />
          ) : (
            <>
              <Card className="mt3">
                <CommentCard comment={own} isMine />
              </Card>
              {consultation.data && own.state !== 'withdrawn' && (
                <Section title="接下来">
                  <NextSteps consultation={consultation.data} comment={own} />
                </Section>
              )}
              {own.state === 'withdrawn' && <View className="note mt3">{own.stateText}</View>}
              {own.withdrawalReceipt && <ReceiptCard receipt={own.withdrawalReceipt} of="withdrawal" />}
              <ReceiptCard receipt={own.receipt} />
              {own.abilities?.withdraw && (
                <View className="center mt3">
                  <Button look="plain" danger icon="undo" onPress={() => setAsking(true)}>
                    撤回这条意见
                  </Button>
                </View>
              )}
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

/** Asked here, where the next event is shown (UI.md 13). */
function Bar({ comment, consultation }: { comment: OwnComment; consultation: ConsultationDetail }) {
  const { id, state } = consultation;
  const { tellMe, isTold } = useTellMe('consultation_result', { kind: 'consultation', id });
  if (state === 'answered') {
    return (
      <Button look="filled" wide icon="list" onPress={() => void open('outcome', { id })}>
        看意见的下落
      </Button>
    );
  }
  return (
    <>
      {state === 'open' && (
        <Button
          look={comment.state === 'withdrawn' ? 'line' : 'quiet'}
          wide={comment.state === 'withdrawn'}
          onPress={() => void replace('consultation', { id })}
        >
          再说一句
        </Button>
      )}
      {comment.state !== 'withdrawn' && (
        <Button look={isTold ? 'line' : 'filled'} wide icon={isTold ? 'check' : 'bell'} onPress={() => void tellMe()}>
          {isTold ? '答复了会告诉你' : '答复了告诉我'}
        </Button>
      )}
    </>
  );
}

interface WithdrawProps {
  consultationId: string;
  id: string;
  isOpen: boolean;
  onClose: () => void;
}

function WithdrawDialog({ consultationId, id, isOpen, onClose }: WithdrawProps) {
  const withdraw = useWithdrawComment(consultationId, id);
  const confirm = async () => {
    if (withdraw.isPending) return;
    try {
      await withdraw.mutateAsync();
      onClose();
      toast('撤回了');
    } catch (error) {
      toast(asApiError(error).title, 'alert');
    }
  };
  return (
    <Dialog
      open={isOpen}
      title="撤回这条意见？"
      confirm={{ text: '撤回', danger: true, busy: withdraw.isPending, onPress: () => void confirm() }}
      onClose={onClose}
    >
      撤回后别人看不到，也不再答复。截止前还可以另说一条。
    </Dialog>
  );
}
