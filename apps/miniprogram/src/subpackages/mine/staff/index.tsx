import { View } from '@tarojs/components';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { asApiError } from '@bandeng/contracts/api-error';
import { me, useBindStaff } from '@/features/identity/account';
import { ForKnown, useIsKnown } from '@/features/identity/for-known';
import { useLogin } from '@/features/identity/use-login';
import { isWeapp } from '@/lib/env';
import { open } from '@/lib/navigation';
import { scanBindingCode } from '@/lib/scan';
import { Button } from '@/ui/button';
import { Card, Row } from '@/ui/card';
import { Field } from '@/ui/field';
import { Page } from '@/ui/page';
import { Loaded } from '@/ui/states';
import { NoticeBar } from '@/ui/tag';
import { toast } from '@/ui/toast';

const reason = '登录后绑定岗位';

/** 我是工作人员: the post of a grid worker is bound to this WeChat account once, by a code from the office. */
export default function StaffPage() {
  const query = useQuery({ ...me(), enabled: useIsKnown() });
  const login = useLogin(reason);
  return (
    <Page title="我是工作人员" isTitleHeading overlay={login.sheet}>
      <ForKnown reason={reason} ensureLogin={login.ensure}>
        <Loaded query={query}>
          {({ roles }) => (
            <>
              {roles.some(({ role }) => role === 'grid') && (
                <Card className="mt3 tight">
                  <Row
                    icon="building"
                    title="入户工作台"
                    detail="绑好了。走访、代录、发件箱"
                    onPress={() => void open('workbench')}
                  />
                </Card>
              )}
              <BindCard isBound={roles.length > 0} />
            </>
          )}
        </Loaded>
      </ForKnown>
    </Page>
  );
}

function BindCard({ isBound }: { isBound: boolean }) {
  const [code, setCode] = useState('');
  const [isEmptyTold, setEmptyTold] = useState(false);
  const bind = useBindStaff();
  const scan = async () => {
    const scanned = await scanBindingCode();
    if (scanned === undefined) return toast('没有扫到绑定码，再扫一次，或者照着输', 'alert');
    setCode(scanned);
    await send(scanned);
  };
  // It stands on the screen in groups of four.
  const send = async (typed: string) => {
    const given = typed.replace(/\s/g, '');
    if (bind.isPending) return;
    if (given.length < 6) return setEmptyTold(true);
    try {
      await bind.mutateAsync(given);
      setCode('');
      toast('绑好了');
    } catch {
      // The fault stands above the button.
    }
  };
  return (
    <Card className="mt3">
      <View className="strong">{isBound ? '换一个岗位' : '把岗位绑到这个微信号'}</View>
      <View className="note mt1">向管理员要一个绑定码，十分钟里有用，用一次。你的名字、电话不会写进居民的记录里</View>
      {isWeapp && (
        <View className="mt2">
          <Button block onPress={() => void scan()}>
            扫管理员屏幕上的码
          </Button>
        </View>
      )}
      <Field
        label="绑定码"
        value={code}
        maxLength={40}
        error={isEmptyTold ? '绑定码最少六位' : undefined}
        onChange={next => {
          setCode(next);
          setEmptyTold(false);
        }}
      />
      {bind.isError && (
        <NoticeBar tone="danger" icon="alert" className="mt2">
          <View role="alert">{`${asApiError(bind.error).title}。${asApiError(bind.error).detail}`}</View>
        </NoticeBar>
      )}
      <View className="mt2">
        <Button look="filled" block busy={bind.isPending} onPress={() => void send(code)}>
          绑定
        </Button>
      </View>
    </Card>
  );
}
