import { useInfiniteQuery } from '@tanstack/react-query';
import { useIsKnown } from '@/features/identity/for-known';
import { OwnList } from '@/features/identity/own-list';
import { sayExactly } from '@bandeng/rules';
import { mySignUps } from '@/features/meetings/api';
import { signUpWord } from '@/features/meetings/words';
import { open } from '@/lib/navigation';
import { Row } from '@/ui/card';
import { Tag } from '@/ui/tag';
import { Facts } from '@/ui/text';

/** What I signed up for, the latest first, and the answer to it. */
export default function MySignUpsPage() {
  const query = useInfiniteQuery({ ...mySignUps(), enabled: useIsKnown() });
  return (
    <OwnList
      title="我的报名"
      reason="登录后才能看到你的报名"
      query={query}
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
          value={<Tag tone={state === 'accepted' ? 'ok' : 'plain'}>{signUpWord(state, meeting.startsAt)}</Tag>}
          onPress={() => void open('meeting', { id: meeting.id })}
        />
      )}
    </OwnList>
  );
}
