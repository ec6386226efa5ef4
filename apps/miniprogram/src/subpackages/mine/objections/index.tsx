import { useInfiniteQuery } from '@tanstack/react-query';
import { useIsKnown } from '@/features/identity/for-known';
import { OwnList } from '@/features/identity/own-list';
import { myObjections } from '@/features/notices/api';
import { OwnObjectionCard } from '@/features/notices/own-objection';
import { open } from '@/lib/navigation';
import { usePageParams } from '@/lib/page-params';
import { NoticeBar } from '@/ui/tag';

/** What I objected to, newest first, and what became of it; the receipt of one that was sent just now. */
export default function ObjectionsPage() {
  const { sent } = usePageParams();
  const query = useInfiniteQuery({ ...myObjections(), enabled: useIsKnown() });
  return (
    <OwnList
      title="我的异议"
      reason="登录后才能看到你提的异议"
      query={query}
      className=""
      top={
        sent === 'true' && (
          <NoticeBar tone="brand" icon="check" className="mt2">
            收到你的异议了。有结论会发消息告诉你。
          </NoticeBar>
        )
      }
      empty={{
        title: '你没有提过异议',
        detail: '公示期内，在公示的页面上可以提',
        action: { text: '看看公示', onPress: () => void open('notices', { kind: 'posting' }) },
      }}
    >
      {objection => <OwnObjectionCard objection={objection} />}
    </OwnList>
  );
}
