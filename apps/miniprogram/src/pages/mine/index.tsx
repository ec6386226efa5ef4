import { View } from '@tarojs/components';
import { useQuery } from '@tanstack/react-query';
import { UnsentRow } from '@/features/grid/unsent-row';
import { useLogin } from '@/features/identity/use-login';
import { me } from '@/features/identity/account';
import { unreadCount } from '@/features/notifications/api';
import { useDrafts } from '@/lib/drafts';
import { isWeapp } from '@/lib/env';
import { useFavourites } from '@/lib/favourites';
import { open } from '@/lib/navigation';
import { useRefresh } from '@/lib/refresh';
import { useAccount } from '@/lib/session';
import { Button } from '@/ui/button';
import { Card, Row } from '@/ui/card';
import { Page } from '@/ui/page';
import { Tag } from '@/ui/tag';
import { Heading } from '@/ui/text';

const counted = (count: number, unit: string) => (count > 0 ? `${count} ${unit}` : undefined);

/** What is mine, on the server and on this phone. */
export default function MinePage() {
  const isKnown = useAccount() !== undefined;
  const unread = useQuery({ ...unreadCount(), enabled: isKnown });
  const drafts = useDrafts('');
  const favourites = useFavourites();
  const login = useLogin('登录后，看你说过的、要过的，到哪一步了');
  useRefresh(() => unread.refetch());
  const news = unread.data?.unread ?? 0;
  return (
    <Page
      tab="mine"
      lead={
        <Heading level={1} className="nav-title big">
          我的
        </Heading>
      }
      overlay={login.sheet}
    >
      <Who ensureLogin={login.ensure} />
      <UnsentRow ensureLogin={login.ensure} />
      <Card className="mt3 tight rows">
        <Row
          icon="inbox"
          title="消息"
          detail="答复、结果，都在这里"
          value={news > 0 ? <Tag tone="brand">{news} 条没看</Tag> : undefined}
          onPress={() => void open('inbox')}
        />
        <Row icon="comment" title="我的意见" detail="说过的，到哪一步了" onPress={() => void open('myComments')} />
        <Row icon="people" title="我的报名" detail="报过的会，能不能去" onPress={() => void open('mySignUps')} />
        <Row icon="flag" title="我的异议" detail="对公示提的，有没有结论" onPress={() => void open('objections')} />
        <Row
          icon="hand"
          title="我的举报和催办"
          detail="举报的看了没有，催的公开了没有"
          onPress={() => void open('reports')}
        />
        <Row icon="request" title="我的申请" detail="要过的信息，什么时候答复" onPress={() => void open('requests')} />
        <Row icon="comment" title="我的留言" detail="问过的，办到哪一步了" onPress={() => void open('myEnquiries')} />
        <Row icon="file" title="我有一张便条" detail="网格员替你记过话，凭它看答复" onPress={() => void open('slip')} />
        <Row
          icon="pencil"
          title="写了一半的"
          detail="存在这部手机里，没有送出"
          value={counted(drafts.length, '条')}
          onPress={() => void open('drafts')}
        />
        <Row
          icon="star"
          title="我收藏的"
          value={counted(favourites.length, '条')}
          onPress={() => void open('favourites')}
        />
      </Card>
      <Card className="mt3 tight rows">
        <Row icon="bell" title="订阅" detail="有新的，告诉你" onPress={() => void open('subscriptions')} />
        <Row icon="gear" title="设置" detail="字号、长辈版、深色、隐私" onPress={() => void open('settings')} />
        <StaffRow />
        <Row icon="info" title="关于板凳" onPress={() => void open('about')} />
      </Card>
    </Page>
  );
}

/** For who works here: the way to bind the post, and once it is bound to the workbench; it opens without a network too. */
function StaffRow() {
  const account = useAccount();
  const query = useQuery({ ...me(), enabled: account !== undefined });
  const { roles = [] } = query.data ?? account ?? {};
  const isWorker = roles.some(({ role }) => role === 'grid');
  return isWorker ? (
    <Row icon="building" title="入户工作台" detail="走访、代录、发件箱" onPress={() => void open('workbench')} />
  ) : (
    <Row icon="building" title="我是工作人员" detail="网格员从这里绑定岗位" onPress={() => void open('staff')} />
  );
}

/** Who is here. In WeChat people are known without a question, elsewhere they are asked. */
function Who({ ensureLogin }: { ensureLogin: () => Promise<boolean> }) {
  const account = useAccount();
  const query = useQuery({ ...me(), enabled: account !== undefined });
  if (!account) {
    return (
      <Card className="mt3">
        <View className="line between wrap">
          <View className="grow">
            <View className="strong">还没有登录</View>
            <View className="note">看公开的不用登录。{isWeapp ? '登录不用填什么' : ''}</View>
          </View>
          <Button onPress={() => void ensureLogin()}>登录</Button>
        </View>
      </Card>
    );
  }
  return (
    <Card className="mt3 tight">
      <Row
        icon="person"
        title={query.data?.displayName ?? account.displayName ?? '我'}
        detail={query.data ? `称呼、手机号${query.data.phone ? ` ${query.data.phone}` : '，没有验证'}` : '称呼、手机号'}
        onPress={() => void open('account')}
      />
    </Card>
  );
}
