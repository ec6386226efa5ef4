import { useInfiniteQuery } from '@tanstack/react-query';
import { useIsKnown } from '@/features/identity/for-known';
import { OwnList } from '@/features/identity/own-list';
import { myComments } from '@/features/consultations/api';
import { MyComment } from '@/features/consultations/my-comment';
import { open } from '@/lib/navigation';
import { usePageParams } from '@/lib/page-params';

/** What I said, newest first, and what became of it. */
export default function MyCommentsPage() {
  const { consultation } = usePageParams();
  const query = useInfiniteQuery({ ...myComments(consultation), enabled: useIsKnown() });
  return (
    <OwnList
      title="我的意见"
      reason="登录后才能看到你的意见"
      query={query}
      empty={{
        title: '你还没有提过意见',
        detail: '看看现在正在问什么',
        action: { text: '去看看', onPress: () => void open('participation') },
      }}
    >
      {comment => <MyComment comment={comment} />}
    </OwnList>
  );
}
