import { View } from '@tarojs/components';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { exportMine, me, useCloseAccount } from '@/features/identity/account';
import { countUnsent } from '@/features/grid/unsent';
import { ForKnown, useIsKnown } from '@/features/identity/for-known';
import { NameRow, NameSheet } from '@/features/identity/name-row';
import { PhoneRow } from '@/features/identity/phone-row';
import { useLogin } from '@/features/identity/use-login';
import { asApiError } from '@bandeng/contracts/api-error';
import { now } from '@/lib/clock';
import { logout } from '@/lib/http';
import { open } from '@/lib/navigation';
import { useAccount } from '@/lib/session';
import { saveText } from '@/lib/save-file';
import { dateOf, sayDate } from '@bandeng/rules';
import { Card, Row } from '@/ui/card';
import { Page } from '@/ui/page';
import { Dialog } from '@/ui/sheet';
import { Loaded } from '@/ui/states';
import { toast } from '@/ui/toast';

const reason = '登录后才能看到你的账号';

/** The account: its number, its data, the way out. */
export default function AccountPage() {
  const query = useQuery({ ...me(), enabled: useIsKnown() });
  const login = useLogin(reason);
  const [asked, setAsked] = useState<'logout' | 'close' | 'name'>();
  const done = () => setAsked(undefined);
  return (
    <Page
      title="我的账号"
      isTitleHeading
      overlay={
        <>
          {login.sheet}
          <LogoutDialog isOpen={asked === 'logout'} onClose={done} />
          <CloseDialog isOpen={asked === 'close'} onClose={done} />
          {asked === 'name' && query.data && <NameSheet account={query.data} onClose={done} />}
        </>
      }
    >
      <ForKnown reason={reason} ensureLogin={login.ensure}>
        <Loaded query={query}>
          {account => (
            <>
              <Card className="mt3 tight rows">
                <NameRow account={account} onPress={() => setAsked('name')} />
                <PhoneRow account={account} />
                <Row title="开始用板凳" value={sayDate(account.createdAt, now())} />
              </Card>
              <Card className="mt3 tight rows">
                <ExportRow />
                <Row icon="undo" title="退出登录" detail="写了一半的还在手机里" onPress={() => setAsked('logout')} />
                <Row
                  icon="forbidden"
                  title="注销账号"
                  detail="个人信息删掉，不能恢复"
                  onPress={() => setAsked('close')}
                />
              </Card>
            </>
          )}
        </Loaded>
      </ForKnown>
    </Page>
  );
}

function ExportRow() {
  const [isBusy, setBusy] = useState(false);
  const save = async () => {
    if (isBusy) return;
    setBusy(true);
    try {
      const data = await exportMine();
      toast(await saveText(`板凳-我的数据-${dateOf(now())}.json`, JSON.stringify(data, null, 2)));
    } catch (error) {
      toast(asApiError(error).title, 'alert');
    } finally {
      setBusy(false);
    }
  };
  return (
    <Row
      icon="saved"
      title="导出我的数据"
      detail={isBusy ? '正在准备…' : '我们存的、关于你的，全在一个文件里'}
      onPress={() => void save()}
    />
  );
}

interface AskProps {
  isOpen: boolean;
  onClose: () => void;
}

function LogoutDialog({ isOpen, onClose }: AskProps) {
  const account = useAccount();
  const waiting = isOpen && account ? countUnsent(account.id) : 0;
  const leave = async () => {
    onClose();
    await logout();
    await open('mine');
  };
  return (
    <Dialog
      open={isOpen}
      title="退出登录？"
      confirm={{ text: '退出', danger: true, onPress: () => void leave() }}
      onClose={onClose}
    >
      读过的个人信息会从这部手机上清掉，草稿留着。
      {waiting > 0 && (
        <View className="mt2 strong">
          还有 {waiting} 条走访记录没送到。它们锁在这部手机里，你再登录才看得到、才送得出去。
        </View>
      )}
    </Dialog>
  );
}

function CloseDialog({ isOpen, onClose }: AskProps) {
  const close = useCloseAccount();
  const confirm = async () => {
    if (close.isPending) return;
    try {
      await close.mutateAsync();
      onClose();
      toast('注销了');
      await open('mine');
    } catch (error) {
      toast(asApiError(error).title, 'alert');
    }
  };
  return (
    <Dialog
      open={isOpen}
      title="真的要注销？"
      confirm={{ text: '注销', danger: true, busy: close.isPending, onPress: () => void confirm() }}
      cancel="不注销"
      onClose={onClose}
    >
      <View>微信号、称呼、手机号和消息会删掉，不能恢复。</View>
      <View>说过的意见还算数，署名写「已注销」。正在办的申请按法律接着办完。</View>
    </Dialog>
  );
}
