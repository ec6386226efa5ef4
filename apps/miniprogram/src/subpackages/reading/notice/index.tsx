import type { Notice } from '@bandeng/contracts/types';
import { useQuery } from '@tanstack/react-query';
import { useShareAppMessage } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { countRead, notice as noticeQuery } from '@/features/notices/api';
import { Feedback } from '@/features/notices/feedback';
import { Limited } from '@/features/notices/limited';
import { NoticeBody } from '@/features/notices/notice-body';
import { isObjectable, ObjectionSheet } from '@/features/notices/objection-sheet';
import { kindWords } from '@/features/notices/words';
import { isWeapp } from '@/lib/env';
import { toggleFavourite, useIsFavourite } from '@/lib/favourites';
import { pageUrl } from '@/lib/navigation';
import { usePageParams } from '@/lib/page-params';
import { shareOnWeb } from '@/lib/share';
import { Button } from '@/ui/button';
import { Page } from '@/ui/page';
import { Loaded } from '@/ui/states';
import { Heading } from '@/ui/text';
import { toast } from '@/ui/toast';

/** One notice (mock 11). */
export default function NoticePage() {
  const { id = '' } = usePageParams();
  const query = useQuery(noticeQuery(id));
  const [unlocked, setUnlocked] = useState<Notice>();
  const [isObjecting, setObjecting] = useState(false);
  const notice = unlocked ?? query.data;
  useShareAppMessage(() => ({ title: notice?.title ?? '公开信息', path: pageUrl('notice', { id }) }));
  // What is left of a notice that was taken down is no page to be counted or praised.
  const isRead = query.isSuccess && !query.data.withdrawn;
  useEffect(() => {
    if (isRead) void countRead(id);
  }, [id, isRead]);
  return (
    <Page
      title={notice ? kindWords[notice.kind] : '公开信息'}
      bar={notice && <Bar notice={notice} onObject={() => setObjecting(true)} />}
      overlay={notice && <ObjectionSheet notice={notice} open={isObjecting} onClose={() => setObjecting(false)} />}
    >
      <Loaded query={query} lines={12}>
        {found => (
          <>
            {found.limited && !unlocked ? (
              <>
                <Heading level={1}>{found.title}</Heading>
                <Limited notice={found} onUnlocked={setUnlocked} />
              </>
            ) : (
              <NoticeBody notice={unlocked ?? found} />
            )}
            {!found.withdrawn && <Feedback noticeId={id} usefulCount={found.usefulCount} />}
          </>
        )}
      </Loaded>
    </Page>
  );
}

/** Where one can object, that is the main thing to do here (mock 11). */
function Bar({ notice, onObject }: { notice: Notice; onObject: () => void }) {
  const { id, title, unit } = notice;
  const isKept = useIsFavourite(id);
  const canObject = isObjectable(notice);
  const keep = () =>
    toast(toggleFavourite({ id, title, unitName: unit.name }) ? '收藏好了，在「公开」里找' : '不收藏了', 'star');
  const share = async () => {
    const said = await shareOnWeb(title, 'notice', { id });
    if (said) toast(said, 'copy');
  };
  return (
    <>
      <Button look="quiet" stack icon={isKept ? 'starred' : 'star'} onPress={keep}>
        {isKept ? '收藏了' : '收藏'}
      </Button>
      <Button
        wide={!canObject}
        stack={canObject}
        look={canObject ? 'quiet' : 'line'}
        icon="share"
        openType={isWeapp ? 'share' : undefined}
        onPress={isWeapp ? undefined : () => void share()}
      >
        转给邻居
      </Button>
      {canObject && (
        <Button wide icon="flag" onPress={onObject}>
          我有异议
        </Button>
      )}
    </>
  );
}
