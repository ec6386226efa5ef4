import type { Notice } from '@bandeng/contracts/types';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useShareAppMessage } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { useIsKnown } from '@/features/identity/for-known';
import { useLogin } from '@/features/identity/use-login';
import { MatterLink } from '@/features/matters/matter-link';
import { countRead, myObjections, notice as noticeQuery } from '@/features/notices/api';
import { Feedback } from '@/features/notices/feedback';
import { Limited } from '@/features/notices/limited';
import { NoticeBody } from '@/features/notices/notice-body';
import { isObjectable } from '@/features/notices/objection-draft';
import { ObjectionSheet } from '@/features/notices/objection-sheet';
import { MineHere } from '@/features/notices/own-objection';
import { kindWords } from '@/features/notices/words';
import { ScannedTop, ScannedVoice } from '@/features/shares/scanned-help';
import { isWeapp } from '@/lib/env';
import { toggleFavourite, useIsFavourite } from '@/lib/favourites';
import { open, pageUrl } from '@/lib/navigation';
import { useTimeline } from '@/features/shares/use-timeline';
import { usePageParams } from '@/lib/page-params';
import { rowsOf } from '@/lib/paging';
import { sharedAs, shareOnWeb } from '@/lib/share';
import { Button } from '@/ui/button';
import { Page } from '@/ui/page';
import { Loaded } from '@/ui/states';
import { Heading } from '@/ui/text';
import { toast } from '@/ui/toast';

/** One notice (mock 11). */
export default function NoticePage() {
  const { id = '', object, code, scene } = usePageParams();
  const query = useQuery(noticeQuery(id));
  const [unlocked, setUnlocked] = useState<Notice>();
  const [isObjecting, setObjecting] = useState(object === 'true');
  const login = useLogin('登录后提异议，结论发到你的消息里');
  const isKnown = useIsKnown();
  const mine = useInfiniteQuery({ ...myObjections(id), enabled: isKnown && query.data?.posting != null });
  const notice = unlocked ?? query.data;
  useShareAppMessage(() => ({ title: notice?.title ?? '公开信息', path: pageUrl(...sharedAs('notice', id, scene)) }));
  useTimeline({ name: 'notice', title: notice?.title ?? '公开信息', id, scene });
  // What is left of a notice that was taken down is no page to be counted or praised.
  const isRead = query.isSuccess && !query.data.withdrawn;
  useEffect(() => {
    if (isRead) void countRead(id);
  }, [id, isRead]);
  return (
    <Page
      title={notice ? kindWords[notice.kind] : '公开信息'}
      bar={notice && <Bar notice={notice} scene={scene} onObject={() => setObjecting(true)} />}
      overlay={
        <>
          {notice?.posting && isObjecting && isObjectable(notice) && (
            <ObjectionSheet
              notice={{ ...notice, posting: notice.posting }}
              ensureLogin={login.ensure}
              onClose={() => setObjecting(false)}
              onSent={() => {
                setObjecting(false);
                void open('objections', { sent: 'true' });
              }}
            />
          )}
          {login.sheet}
        </>
      }
    >
      <Loaded query={query} lines={12}>
        {found => (
          <>
            <ScannedTop scene={scene} />
            {found.limited && !unlocked ? (
              <>
                <Heading level={1}>{found.title}</Heading>
                <Limited notice={found} scanned={code} onUnlocked={setUnlocked} />
              </>
            ) : (
              <NoticeBody notice={unlocked ?? found} />
            )}
            <ScannedVoice scene={scene} />
            {!found.withdrawn && <MatterLink kind="notice" id={id} />}
            <MineHere objections={rowsOf(mine.data)} />
            {!found.withdrawn && <Feedback noticeId={id} usefulCount={found.usefulCount} />}
          </>
        )}
      </Loaded>
    </Page>
  );
}

/** Where one can object, that is the main thing to do here (mock 11). */
function Bar({ notice, scene, onObject }: { notice: Notice; scene: string | undefined; onObject: () => void }) {
  const { id, title, unit } = notice;
  const isKept = useIsFavourite(id);
  const canObject = isObjectable(notice);
  const keep = () =>
    toast(toggleFavourite({ id, title, unitName: unit.name }) ? '收藏好了，在「公开」里找' : '不收藏了', 'star');
  const share = async () => {
    const said = await shareOnWeb(title, ...sharedAs('notice', id, scene));
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
