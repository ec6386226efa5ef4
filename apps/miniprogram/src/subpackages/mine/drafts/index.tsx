import { View } from '@tarojs/components';
import { useState } from 'react';
import { draftPrefix } from '@/features/consultations/comment-draft';
import type { CommentDraft } from '@/features/consultations/comment-draft';
import { formDraftKey as enquiryKey } from '@/features/enquiries/api';
import type { EnquiryDraft } from '@/features/enquiries/enquiry-draft';
import { formDraftKey } from '@/features/information-requests/api';
import { unfinishedForm } from '@/features/grid/kept-form';
import type { RequestDraft } from '@/features/information-requests/request-draft';
import { draftPrefix as signUpPrefix } from '@/features/meetings/api';
import type { SignUpDraft } from '@/features/meetings/api';
import { draftPrefix as surveyPrefix } from '@/features/surveys/survey-draft';
import type { SurveyDraft } from '@/features/surveys/survey-draft';
import { objectionPrefix, type ObjectionDraft } from '@/features/notices/objection-draft';
import { now } from '@/lib/clock';
import { dropDraft, useDrafts } from '@/lib/drafts';
import type { Draft } from '@/lib/drafts';
import { open } from '@/lib/navigation';
import { sayWhen } from '@bandeng/rules';
import { Button } from '@/ui/button';
import { Row } from '@/ui/card';
import { Page } from '@/ui/page';
import { Dialog } from '@/ui/sheet';
import { Empty } from '@/ui/states';

interface Unfinished {
  title: string;
  detail: string;
  go: () => void;
}

const idIn = (key: string) => key.slice(key.indexOf(':') + 1);

/** What a draft is about and where it is gone on with; its key says which kind it is. */
function unfinished(draft: Draft): Unfinished | undefined {
  const { key, value } = draft;
  if (key.startsWith(draftPrefix())) {
    const { question, place, consultationId } = value as CommentDraft;
    return {
      title: question,
      detail: `对「${place.label}」的意见`,
      go: () => void open('consultation', { id: consultationId, draft: key }),
    };
  }
  if (key === formDraftKey) {
    const { name } = value as RequestDraft;
    return { title: name || '要信息', detail: '信息公开申请', go: () => void open('requestForm') };
  }
  if (key.startsWith('request-from:')) {
    const { name } = value as RequestDraft;
    const from = idIn(key);
    return { title: name || '要信息', detail: '由留言转的公开申请', go: () => void open('requestForm', { from }) };
  }
  if (key === enquiryKey) {
    const { title } = value as EnquiryDraft;
    return { title: title || '我要留言', detail: '网上民声的留言', go: () => void open('enquiryForm') };
  }
  if (key.startsWith('request-correction:')) {
    const id = idIn(key);
    return { title: '补正申请', detail: '补好了再交一次', go: () => void open('requestCorrection', { id }) };
  }
  if (key.startsWith('feedback:')) {
    const id = idIn(key);
    return { title: String(value), detail: '对一条公开信息说的', go: () => void open('notice', { id }) };
  }
  if (key.startsWith(surveyPrefix)) {
    const id = idIn(key);
    return { title: (value as SurveyDraft).title, detail: '问卷', go: () => void open('survey', { id }) };
  }
  if (key.startsWith(signUpPrefix)) {
    const id = idIn(key);
    return { title: (value as SignUpDraft).title, detail: '会议报名', go: () => void open('meeting', { id }) };
  }
  if (key.startsWith(objectionPrefix)) {
    const { title } = value as ObjectionDraft;
    return { title, detail: '对公示提的异议', go: () => void open('notice', { id: idIn(key), object: 'true' }) };
  }
  if (key.startsWith('report:')) {
    const [id = ''] = idIn(key).split(':');
    return { title: String(value), detail: '举报一条意见', go: () => void open('consultation', { id }) };
  }
  return unfinishedForm(draft);
}

/** What was typed and not sent. It lies on this phone only. */
export default function DraftsPage() {
  const [gone, setGone] = useState<string>();
  const rows = useDrafts('').flatMap(draft => {
    const row = unfinished(draft);
    return row ? [{ ...row, draft }] : [];
  });
  const drop = () => {
    if (gone) dropDraft(gone);
    setGone(undefined);
  };
  return (
    <Page
      title="写了一半的"
      isTitleHeading
      overlay={
        <Dialog
          open={gone !== undefined}
          title="扔掉这条草稿？"
          confirm={{ text: '扔掉', danger: true, onPress: drop }}
          onClose={() => setGone(undefined)}
        >
          只存在这部手机里，扔掉就没有了。
        </Dialog>
      }
    >
      {rows.length === 0 ? (
        <Empty icon="saved" title="没有写了一半的" detail="写到一半退出来，内容会留在这里" />
      ) : (
        <View className="draft-list" role="list" aria-label="写了一半的">
          {rows.map(({ title, detail, go, draft }) => (
            <View key={draft.key} role="listitem" className="card tight">
              <Row title={title} detail={`${detail}，${sayWhen(draft.savedAt, now())}存的`} onPress={go} />
              <Button look="plain" danger label={`扔掉草稿：${title}`} onPress={() => setGone(draft.key)}>
                扔掉
              </Button>
            </View>
          ))}
        </View>
      )}
    </Page>
  );
}
