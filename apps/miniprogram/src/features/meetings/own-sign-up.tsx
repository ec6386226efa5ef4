import { View } from '@tarojs/components';
import type { OwnSignUp } from '@bandeng/contracts/types';
import { useState } from 'react';
import { asApiError } from '@bandeng/contracts/api-error';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/sheet';
import { Tag } from '@/ui/tag';
import { toast } from '@/ui/toast';
import { useWithdrawSignUp } from './api';
import { signUpWord } from './words';

interface Props {
  signUp: Pick<OwnSignUp, 'id' | 'state' | 'reason'>;
  startsAt: string;
  canWithdraw: boolean;
}

/** The answer to my sign-up, with its reason, and the way out. */
export function OwnSignUpCard({ signUp: { id, state, reason }, startsAt, canWithdraw }: Props) {
  const [isAsking, setAsking] = useState(false);
  const withdraw = useWithdrawSignUp(id);
  const confirm = async () => {
    if (withdraw.isPending) return;
    try {
      await withdraw.mutateAsync();
      setAsking(false);
      toast('取消了');
    } catch (error) {
      toast(asApiError(error).title, 'alert');
    }
  };
  return (
    <View className="card mt3" role="group" aria-label="我的报名">
      <View className="line between wrap">
        <View className="strong">我的报名</View>
        <Tag tone={state === 'accepted' ? 'ok' : 'wood'} icon={state === 'accepted' ? 'check' : 'clock'}>
          {signUpWord(state, startsAt)}
        </Tag>
      </View>
      {reason && <View className="note mt1">{reason}</View>}
      {canWithdraw && (
        <Button look="plain" danger icon="undo" onPress={() => setAsking(true)}>
          不去了
        </Button>
      )}
      <Dialog
        open={isAsking}
        title="不去了？"
        confirm={{ text: '不去了', danger: true, busy: withdraw.isPending, onPress: () => void confirm() }}
        onClose={() => setAsking(false)}
      >
        空出来的位置会给候补的人，可能就报不回来了。
      </Dialog>
    </View>
  );
}
