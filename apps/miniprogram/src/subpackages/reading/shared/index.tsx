import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { countOpen, shareOf } from '@/features/shares/api';
import { open, replace } from '@/lib/navigation';
import { usePageParams } from '@/lib/page-params';
import { Page } from '@/ui/page';
import { Empty, Loaded, Skeleton } from '@/ui/states';

/** Where every code leads, out of a poster, a sheet or a chat: on to what it is of at once, counted once, without a login. */
export default function SharedPage() {
  const { scene = '' } = usePageParams();
  const query = useQuery(shareOf(scene));
  const isCounted = useRef(false);
  const share = query.data;
  useEffect(() => {
    if (share?.state !== 'open' || isCounted.current) return;
    isCounted.current = true;
    void countOpen(scene);
    void replace(share.kind, { id: share.id, scene });
  }, [share, scene]);
  return (
    <Page title="扫码打开" isTitleHeading>
      <Loaded query={query} lines={12}>
        {found =>
          found.state === 'open' ? (
            <Skeleton lines={12} />
          ) : (
            <Empty
              title="这份内容撤下了"
              detail="可能更正后再公布，到首页看看新的"
              action={{ text: '回首页', onPress: () => void open('home') }}
            />
          )
        }
      </Loaded>
    </Page>
  );
}
