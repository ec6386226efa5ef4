import { Image, View } from '@tarojs/components';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { asApiError } from '@bandeng/contracts/api-error';
import { Button } from '@/ui/button';
import { Row } from '@/ui/card';
import { Sheet } from '@/ui/sheet';
import { Loaded } from '@/ui/states';
import { NoticeBar } from '@/ui/tag';
import { toast } from '@/ui/toast';
import { leaveForOidc } from '@/lib/oidc';
import { loginAs, loginMethods, miniProgramCode, simulatedPeople } from './api';

interface LoginSheetProps {
  /** Why a login is needed here: 提意见要登录，好让你收到结果. */
  reason: string;
  onDone: (isIn: boolean) => void;
}

/**
 * Outside WeChat nobody is known: the province's identity service says who one is where it is connected, the demo lets one pick a
 * person, and where there is neither the mini-program's code stands here.
 */
export function LoginSheet({ reason, onDone }: LoginSheetProps) {
  const people = useQuery(simulatedPeople());
  const [busy, setBusy] = useState(false);
  const pick = async (openid: string) => {
    if (busy) return;
    setBusy(true);
    try {
      await loginAs(openid);
      onDone(true);
    } catch (error) {
      toast(asApiError(error).title, 'alert');
    } finally {
      setBusy(false);
    }
  };
  return (
    <Sheet open title="先登录" note={reason} onClose={() => onDone(false)}>
      <IdentityService />
      <Loaded query={people}>
        {found =>
          found === null ? (
            <ContinueInWechat />
          ) : (
            <>
              <NoticeBar tone="wood">演示环境：选一位虚构的居民，代替微信登录</NoticeBar>
              <View className="rows mt2">
                {found.map(({ openid, name }) => (
                  <Row key={openid} icon="person" title={name} onPress={() => void pick(openid)} />
                ))}
              </View>
            </>
          )
        }
      </Loaded>
    </Sheet>
  );
}

/** Leaves this page and comes back to it; what was written stays on the phone. */
function IdentityService() {
  const methods = useQuery(loginMethods());
  const oidc = methods.data?.oidc;
  if (!oidc) return null;
  const leave = () => void leaveForOidc(oidc).catch(() => toast('这个浏览器不能用统一身份认证登录', 'alert'));
  return (
    <View className="mt2">
      <Button look="filled" block onPress={leave}>
        用省统一身份认证登录
      </Button>
      <View className="note">会离开这一页，登录后回到这里。写的内容还在</View>
    </View>
  );
}

function ContinueInWechat() {
  return (
    <View className="center">
      <Image className="mini-code" src={miniProgramCode} mode="aspectFit" aria-label="板凳小程序码" />
      <View className="mt2">用微信扫一扫，到小程序里接着办</View>
      <View className="note">这里写的内容还在，存在这部手机里</View>
    </View>
  );
}
