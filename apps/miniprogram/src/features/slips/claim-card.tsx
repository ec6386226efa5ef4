import { View } from '@tarojs/components';
import { asApiError } from '@bandeng/contracts/api-error';
import type { RouteAnswer } from '@bandeng/contracts/types';
import { sayDate, sayWhen } from '@bandeng/rules';
import { useState } from 'react';
import { now } from '@/lib/clock';
import { isWeapp } from '@/lib/env';
import { open } from '@/lib/navigation';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Field } from '@/ui/field';
import { Listen } from '@/ui/listen';
import { NoticeBar } from '@/ui/tag';
import { Heading } from '@/ui/text';
import { useClaim } from './api';

export type OpenSlip = Extract<RouteAnswer<'slips.get'>, { state: 'open' }>;

const words: Record<OpenSlip['kind'], { what: string; then: string }> = {
  comment: { what: '一条意见', then: '采纳没有、为什么，会告诉你；征集还没结束，也可以撤回' },
  enquiry: { what: '一件留言', then: '办到哪一步、怎么答复，会告诉你；还没答复，也可以撤回' },
};

interface ClaimCardProps {
  code: string;
  slip: OpenSlip;
  ensureLogin: () => Promise<boolean>;
}

/** What the slip is of, and the one tap that makes it the resident's own; whoever gave their digits says them again. */
export function ClaimCard({ code, slip, ensureLogin }: ClaimCardProps) {
  const { kind, asksLastFour, until, lockedUntil } = slip;
  const [lastFour, setLastFour] = useState('');
  const [isIncomplete, setIncomplete] = useState(false);
  const claim = useClaim();
  const { what, then } = words[kind];
  const take = async () => {
    if (claim.isPending) return;
    if (asksLastFour && !/^\d{4}$/.test(lastFour)) return setIncomplete(true);
    if (!(await ensureLogin())) return;
    // What went wrong stands above the button.
    claim.mutate({ code, ...(asksLastFour && { lastFour }) });
  };
  if (claim.data) return <Claimed {...claim.data} />;
  const told = `网格员替你记了${what}。领到你名下，${then}。最晚${sayDate(until, now())}领，只能领一次。`;
  const fault = claim.error && asApiError(claim.error);
  return (
    <Card className="mt3">
      <Heading level={2}>网格员替你记了{what}</Heading>
      <View className="mt2">领到你名下，{then}。</View>
      <View className="note mt1">
        最晚{sayDate(until, now())}领，只能领一次。{isWeapp && '登录不用填什么'}
      </View>
      <Listen text={told} />
      {lockedUntil ? (
        <NoticeBar tone="wood" icon="lock" className="mt3">
          后四位错得太多，{sayWhen(lockedUntil, now())}再试
        </NoticeBar>
      ) : (
        <>
          {asksLastFour && (
            <Field
              label="手机号后四位"
              help="当时说给网格员的那个号。填了才知道是你"
              keyboard="number"
              value={lastFour}
              maxLength={4}
              error={isIncomplete ? '填手机号的最后四位数字' : undefined}
              onChange={next => {
                setLastFour(next);
                setIncomplete(false);
              }}
            />
          )}
          {fault && (
            <NoticeBar tone="danger" icon="alert" className="mt2">
              <View role="alert">{`${fault.title}。${fault.detail}`}</View>
            </NoticeBar>
          )}
          <View className="mt3">
            <Button look="filled" block busy={claim.isPending} onPress={() => void take()}>
              领到我名下
            </Button>
          </View>
        </>
      )}
    </Card>
  );
}

function Claimed({ kind, id }: RouteAnswer<'slips.claim'>) {
  const go = () => (kind === 'comment' ? open('myComments') : open('enquiry', { id }));
  return (
    <Card className="mt3">
      <View role="status">
        <Heading level={2}>是你的了</Heading>
        <View className="mt2">
          以后在「我的」里的{kind === 'comment' ? '「我的意见」' : '「我的留言」'}看。便条用不着了，可以撕掉。
        </View>
      </View>
      <View className="mt3">
        <Button look="filled" block onPress={() => void go()}>
          去看看
        </Button>
      </View>
    </Card>
  );
}
