import { View } from '@tarojs/components';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { asApiError } from '@bandeng/contracts/api-error';
import { enquiryKinds, formDraftKey, useSendEnquiry } from '@/features/enquiries/api';
import {
  checkEnquiry,
  emptyEnquiry,
  enquiryBody,
  type EnquiryDraft,
  type Faults,
} from '@/features/enquiries/enquiry-draft';
import { PlaceFields } from '@/features/enquiries/place-fields';
import { Similar } from '@/features/enquiries/similar';
import { usePhotos } from '@/ui/use-photos';
import { useLogin } from '@/features/identity/use-login';
import { saveDraft, useDraft } from '@/lib/drafts';
import { newId } from '@/lib/ids';
import { replace } from '@/lib/navigation';
import { Button } from '@/ui/button';
import { Choice, Switch } from '@/ui/choice';
import { Field, TextArea } from '@/ui/field';
import { Page } from '@/ui/page';
import { ErrorState } from '@/ui/states';
import { Heading } from '@/ui/text';
import { Uploader } from '@/ui/uploader';

const PHOTOS = 4;

/** 我要留言: what it is, where, pictures, who may be called; what is typed is kept on the phone. */
export default function EnquiryFormPage() {
  const kept = useDraft<EnquiryDraft>(formDraftKey);
  const [draft, setDraft] = useState<EnquiryDraft>(kept?.value ?? emptyEnquiry);
  const [faults, setFaults] = useState<Faults>({});
  const [isChecking, setChecking] = useState(false);
  const kinds = useQuery(enquiryKinds());
  const photos = usePhotos(PHOTOS);
  const send = useSendEnquiry();
  const login = useLogin('留言要登录，好让答复送到你手里');
  const change = (part: Partial<EnquiryDraft>) => {
    const next = { ...draft, ...part };
    setDraft(next);
    setFaults(known => Object.fromEntries(Object.entries(known).filter(([field]) => !(field in part))));
    void (kept ? Promise.resolve(kept.id) : newId()).then(id => saveDraft(formDraftKey, id, next));
  };
  const submit = async () => {
    const found = checkEnquiry(draft);
    setFaults(found);
    if (Object.keys(found).length > 0 || isChecking || send.isPending) return;
    setChecking(true);
    try {
      if (!(await login.ensure())) return;
      const made = await send.mutateAsync(enquiryBody(kept?.id ?? (await newId()), draft, photos.ids));
      await replace('enquiry', { id: made.id, sent: '1' });
    } catch {
      // The fault stands above the button; the draft is on the phone.
    } finally {
      setChecking(false);
    }
  };
  /** Pictures are sent when they are chosen: that needs a login. */
  const addPhoto = async () => {
    if (await login.ensure()) await photos.add();
  };
  return (
    <Page
      title="我要留言"
      overlay={login.sheet}
      bar={
        <Button
          look="filled"
          wide
          busy={isChecking || send.isPending}
          disabledBecause={photos.waitsFor}
          onPress={() => void submit()}
        >
          交留言
        </Button>
      }
    >
      <Heading level={1}>有什么事？</Heading>
      <Choice
        label="算哪一种？"
        value={draft.kind}
        options={(kinds.data?.kinds ?? []).map(({ kind, label, hint, workingDays }) => ({
          value: kind,
          label,
          detail: `${hint}，${workingDays} 个工作日内答复`,
        }))}
        onChange={kind => change({ kind })}
      />
      <Field
        label="一句话说是什么事"
        value={draft.title}
        maxLength={60}
        placeholder="比如：槐影巷的路灯什么时候修"
        error={faults.title}
        onChange={title => change({ title })}
      />
      <Similar text={draft.title.trim()} />
      <TextArea
        label="是怎么回事"
        value={draft.body}
        maxLength={2000}
        placeholder="什么时候、在哪里、怎么样了、盼着怎么办"
        error={faults.body}
        onChange={body => change({ body })}
      />
      <PlaceFields draft={draft} faults={faults} change={change} />
      <Uploader
        label="照片"
        items={photos.items}
        max={PHOTOS}
        onAdd={() => void addPhoto()}
        onRemove={photos.remove}
        onRetry={photos.retry}
      />
      <View className="note">照片里记的拍摄时间和位置，会在收到时去掉</View>
      <Field label="怎么称呼你" hint="可以不写" value={draft.name} maxLength={40} onChange={name => change({ name })} />
      <Field
        label="电话"
        hint="可以不写"
        help="只给办这件事的人看，看了会留下记录"
        value={draft.phone}
        maxLength={20}
        keyboard="number"
        error={faults.phone}
        onChange={phone => change({ phone })}
      />
      <Switch
        label="答复后可以公开"
        detail="遮住个人信息再公开，别人遇到一样的事就不用再问"
        checked={draft.isPublic}
        onChange={isPublic => change({ isPublic })}
      />
      {send.isError && <SendError error={send.error} />}
    </Page>
  );
}

/** What the server found wrong, field by field; nothing typed is lost. */
function SendError({ error }: { error: unknown }) {
  return (
    <View className="mt3">
      <ErrorState error={error} />
      {asApiError(error).errors.map(({ path, message }) => (
        <View key={path} className="note danger">
          {message}
        </View>
      ))}
    </View>
  );
}
