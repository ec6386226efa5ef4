import { open } from '@/lib/navigation';
import { Page } from '@/ui/page';
import { Empty } from '@/ui/states';

/** Where an address leads that is none of ours. */
export default function NotFoundPage() {
  return (
    <Page title="没有这个页面" isTitleHeading>
      <Empty
        icon="alert"
        title="网址不对，或者这一页搬走了"
        detail="从首页能找到公开的、正在问你的、你自己的"
        action={{ text: '回首页', onPress: () => void open('home') }}
      />
    </Page>
  );
}
