import { useInfiniteQuery } from '@tanstack/react-query';
import { sayExactly } from '@bandeng/rules';
import { ForKnown, useIsKnown } from '@/features/identity/for-known';
import { useLogin } from '@/features/identity/use-login';
import { mySignUps } from '@/features/meetings/api';
import { signUpWords } from '@/features/meetings/words';
import { open } from '@/lib/navigation';
import { Row } from '@/ui/card';
import { List } from '@/ui/list';
import { Page } from '@/ui/page';
import { Tag } from '@/ui/tag';
import { Facts } from '@/ui/text';

const reason = '登录后才能看到你的报名';

/** What I signed up for, the latest first, and the answer to it. */
export default function MySignUpsPage() {
  const query = useInfiniteQuery({ ...mySignUps(), enabled: useIsKnown() });
  const login = useLogin(reason);
  return (
    <Page title="我的报名" isTitleHeading overlay={login.sheet}>
      <ForKnown reason={reason} ensureLogin={login.ensure}>
        <List
          query={query}
          label="我的报名"
          className="card tight rows mt2"
          empty={{
            title: '你还没有报过名',
            detail: '看看有什么会可以去',
            action: { text: '去看看', onPress: () => void open('meetings') },
          }}
        >
          {({ meeting, state }) => (
            <Row
              title={meeting.title}
              detail={
                <Facts className="">
                  {sayExactly(meeting.startsAt)}
                  {meeting.place}
                </Facts>
              }
              value={<Tag tone={state === 'accepted' ? 'ok' : 'plain'}>{signUpWords[state]}</Tag>}
              onPress={() => void open('meeting', { id: meeting.id })}
            />
          )}
        </List>
      </ForKnown>
    </Page>
  );
}
