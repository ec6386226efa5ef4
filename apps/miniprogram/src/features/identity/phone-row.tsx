import { View } from '@tarojs/components';
import type { Account } from '@bandeng/contracts/types';
import { asApiError } from '@bandeng/contracts/api-error';
import { isWeapp } from '@/lib/env';
import { Button } from '@/ui/button';
import { toast } from '@/ui/toast';
import { useVerifyPhone } from './account';

/** A verified number lets a comment stand under its author's own name; only WeChat can vouch for it. */
export function PhoneRow({ account }: { account: Account }) {
  const verify = useVerifyPhone();
  const take = async (detail: Record<string, unknown>) => {
    if (typeof detail.code !== 'string') return toast('没拿到手机号，不验证也能提意见', 'info');
    try {
      await verify.mutateAsync(detail.code);
      toast('验证好了');
    } catch (error) {
      toast(asApiError(error).title, 'alert');
    }
  };
  return (
    <View className="row-item">
      <View className="grow">
        <View className="row-title">手机号</View>
        <View className="note">
          {account.phoneVerified
            ? `${account.phone ?? ''}，验证过了`
            : isWeapp
              ? '验证后，提意见可以用自己的名字'
              : '到微信小程序里验证，提意见才能用自己的名字'}
        </View>
      </View>
      {isWeapp && !account.phoneVerified && (
        <Button small openType="getPhoneNumber" busy={verify.isPending} onNativeResult={detail => void take(detail)}>
          去验证
        </Button>
      )}
    </View>
  );
}
