import { View } from '@tarojs/components';
import { useQuery } from '@tanstack/react-query';
import type { RouteAnswer } from '@bandeng/contracts/types';
import { slipSceneOf } from '@bandeng/rules';
import { useLogin } from '@/features/identity/use-login';
import { slipOf } from '@/features/slips/api';
import { ClaimCard } from '@/features/slips/claim-card';
import { isWeapp } from '@/lib/env';
import { open, replace } from '@/lib/navigation';
import { usePageParams } from '@/lib/page-params';
import { readSquare } from '@/lib/scan';
import { Card } from '@/ui/card';
import { LargerType } from '@/ui/larger-type';
import { Page } from '@/ui/page';
import { PhoneLine } from '@/ui/phone-line';
import { Empty, Loaded } from '@/ui/states';
import { toast } from '@/ui/toast';

/** Where the code on a slip (便条) leads: what a grid worker took down becomes the resident's own. */
export default function SlipPage() {
  const { scene } = usePageParams();
  const login = useLogin('登录后，网格员替你记的归到你名下');
  return (
    <Page title="便条" isTitleHeading overlay={login.sheet}>
      {scene !== undefined && slipSceneOf(scene) !== null ? (
        <Scanned code={scene} ensureLogin={login.ensure} />
      ) : (
        <HowTo isIncomplete={scene !== undefined} />
      )}
    </Page>
  );
}

/** Opened without paper in hand. The number alone opens nothing: anybody can guess one. */
function HowTo({ isIncomplete }: { isIncomplete: boolean }) {
  const scan = async () => {
    const found = slipSceneOf((await readSquare()) ?? '');
    if (found === null) toast('没读到便条，对着码再扫一次', 'alert');
    else await replace('slip', { scene: found });
  };
  return (
    <Empty
      icon="search"
      title={isIncomplete ? '没有扫全' : '扫便条上的码'}
      detail={`网格员替你记过话、留过一张便条的，${isWeapp ? '扫' : '用微信扫'}上面的码，就能看答复。光有编号不行`}
      {...(isWeapp && { action: { text: '扫一扫', onPress: () => void scan() } })}
    />
  );
}

function Scanned({ code, ensureLogin }: { code: string; ensureLogin: () => Promise<boolean> }) {
  const query = useQuery(slipOf(code));
  return (
    <Loaded query={query} lines={6}>
      {slip => (
        <>
          <View className="line wrap scanned-help">
            <LargerType />
          </View>
          {slip.state === 'open' ? (
            <ClaimCard code={code} slip={slip} ensureLogin={ensureLogin} />
          ) : (
            <Closed
              state={slip.state}
              ask={slip.contact ? '打电话问' : '问网格员'}
              again={() => void query.refetch()}
            />
          )}
          {slip.contact && (
            <Card className="mt3">
              <View>弄不明白，打给{slip.contact.name}：</View>
              <View className="mt2">
                <PhoneLine number={slip.contact.phone} />
              </View>
            </Card>
          )}
        </>
      )}
    </Loaded>
  );
}

type ClosedState = Exclude<RouteAnswer<'slips.get'>['state'], 'open'>;

function Closed({ state, ask, again }: { state: ClosedState; ask: string; again: () => void }) {
  if (state === 'unbound')
    return (
      <Empty
        icon="offline"
        title="还没送到"
        detail="你说的话还在网格员的手机里，他连上网才送到。便条收好，过几天再扫"
        action={{ text: '再看看', onPress: again }}
      />
    );
  if (state === 'claimed')
    return (
      <Empty
        icon="check"
        title="这张便条领过了"
        detail={`是你领的，在「我的」里看。不是你领的，${ask}`}
        action={{ text: '到「我的」', onPress: () => void open('mine') }}
      />
    );
  return state === 'expired' ? (
    <Empty icon="clock" title="这张便条过期了" detail={`你说的还在办。想知道答复，${ask}`} />
  ) : (
    <Empty icon="forbidden" title="这张便条作废了" detail={`可能换了新的，${ask}`} />
  );
}
