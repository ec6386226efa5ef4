import { Text, View } from '@tarojs/components';
import { limits } from '@bandeng/contracts/routes';
import type { ConsultationDetail, OwnComment } from '@bandeng/contracts/types';
import { publicNameProblem, sayWhen } from '@bandeng/rules';
import { useRef, useState } from 'react';
import { asApiError } from '@bandeng/contracts/api-error';
import { now } from '@/lib/clock';
import { dropDraft } from '@/lib/drafts';
import { usePreferences } from '@/lib/preferences';
import { Button } from '@/ui/button';
import { Switch } from '@/ui/choice';
import { TextArea } from '@/ui/field';
import { Icon } from '@/ui/icon';
import { Sheet } from '@/ui/sheet';
import { NoticeBar } from '@/ui/tag';
import { useSendComment } from './api';
import { draftKeyOf, isSomethingSaid, wordsOf } from './comment-draft';
import type { Place } from '@/lib/place';
import { Similar } from './similar';
import { useCommentForm } from './use-comment-form';

interface CommentSheetProps {
  consultation: ConsultationDetail;
  place: Place;
  /** How readers see the author who does not hide, as the server says: unknown before the login, or without a network. */
  publicName: string | undefined;
  onRename: () => void;
  ensureLogin: () => Promise<boolean>;
  onSent: (comment: OwnComment) => void;
  onClose: () => void;
}

/** Letters that a line or two hold. */
const oneLine = 40;

/** The pen name of somebody who hides theirs: 槐影社区居民, when the community is known. */
function usePenName(): string | undefined {
  const { area } = usePreferences();
  const name = `${area?.name ?? ''}居民`;
  return area && publicNameProblem(name) === null ? name : undefined;
}

/** 提意见 (mock 07): what the draft says, what you want instead, why. Two taps from the row to here and on. */
export function CommentSheet({
  consultation,
  place,
  publicName,
  onRename,
  ensureLogin,
  onSent,
  onClose,
}: CommentSheetProps) {
  const { draft, change, savedAt } = useCommentForm(consultation, place);
  const send = useSendComment();
  const penName = usePenName();
  const sending = useRef(false);
  const [isAsking, setAsking] = useState(false);
  const [isEmptyTold, setEmptyTold] = useState(false);
  const canPropose = place.current !== undefined;

  const submit = async () => {
    if (sending.current) return;
    if (!isSomethingSaid(draft)) return setEmptyTold(true);
    sending.current = true;
    setAsking(true);
    try {
      if (await ensureLogin()) onSent(await send.mutateAsync({ draft, penName }));
    } catch {
      // The fault stands above the button; the words are on the phone.
    } finally {
      sending.current = false;
      setAsking(false);
    }
  };
  const write = (part: Partial<typeof draft>) => {
    setEmptyTold(false);
    change(part);
  };
  // Nobody signs with a name that they have not seen: who they are is asked before it is shown.
  const showName = async (anonymous: boolean) => {
    if (anonymous || (await ensureLogin())) write({ anonymous });
  };
  // What was written and taken back again is no draft.
  const close = () => {
    if (!isSomethingSaid(draft)) dropDraft(draftKeyOf(draft));
    onClose();
  };
  const isBlank = place.current === '';
  const missing = isEmptyTold ? missingWords(canPropose, isBlank) : undefined;
  return (
    <Sheet
      open
      title={`对「${place.label}」提意见`}
      note={place.of ?? consultation.question}
      onClose={close}
      foot={<SendFoot savedAt={savedAt} isBusy={isAsking} onSend={() => void submit()} />}
    >
      {place.current !== undefined && (
        <>
          <View className="block-quote">
            <View className="min wood">草案现在写的</View>
            <View className="pre-line">{place.current || '没写'}</View>
          </View>
          <TextArea
            label={isBlank ? '你想写上' : '你想改成'}
            isShort={place.current.length <= oneLine}
            value={draft.proposedText}
            maxLength={limits.commentProposedText}
            error={missing}
            onChange={proposedText => write({ proposedText })}
          />
        </>
      )}
      <TextArea
        label={canPropose ? '为什么' : '你想说什么'}
        hint={canPropose ? '可以不写' : undefined}
        value={draft.body}
        maxLength={limits.commentBody}
        error={canPropose ? undefined : missing}
        placeholder={canPropose ? '说说你家的情况，越具体越好' : '哪里好、哪里不好、还缺什么'}
        onChange={body => write({ body })}
      />
      <Similar
        consultationId={consultation.id}
        target={place.target}
        words={wordsOf(draft)}
        ensureLogin={ensureLogin}
      />
      <Switch
        label="不显示名字"
        detail={draft.anonymous ? `公开时写「${penName ?? '匿名居民'}」` : shownName(publicName)}
        checked={draft.anonymous}
        onChange={anonymous => void showName(anonymous)}
      />
      {!draft.anonymous && (
        <Button look="plain" small icon="pencil" onPress={onRename}>
          改称呼
        </Button>
      )}
      <View className="note">{consultation.displayText}</View>
      {send.isError && <SendFault error={send.error} />}
    </Sheet>
  );
}

const missingWords = (canPropose: boolean, isBlank: boolean) =>
  canPropose ? `${isBlank ? '写' : '改'}几个字，或者写写为什么` : '写几个字再送';

const shownName = (publicName: string | undefined) =>
  publicName ? `公开时写「${publicName}」` : '公开时写你的称呼；连上网，这里会写出是哪几个字';

function SendFoot({ savedAt, isBusy, onSend }: { savedAt: string | undefined; isBusy: boolean; onSend: () => void }) {
  return (
    <>
      <View className="line note">
        <Icon name="saved" size="s" />
        <View>
          <View>草稿存在手机里</View>
          {savedAt && <Text>{sayWhen(savedAt, now())}存的</Text>}
        </View>
      </View>
      <Button look="filled" busy={isBusy} onPress={onSend}>
        送出我的意见
      </Button>
    </>
  );
}

/** What happened; the words are safe in every case, and it says so. */
function SendFault({ error }: { error: unknown }) {
  const { title, detail, errors, code } = asApiError(error);
  const said =
    code === 'id.conflict'
      ? '上一次其实送到了，在「我的意见」里。现在写的再点一次，就当另一条送出'
      : `${title}。${errors[0]?.message ?? detail}`;
  return (
    <NoticeBar tone="danger" icon="alert" className="mt2">
      <View role="alert">{said}</View>
    </NoticeBar>
  );
}
