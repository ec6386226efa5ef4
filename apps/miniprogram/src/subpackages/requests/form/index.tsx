import { View } from '@tarojs/components';
import { useState } from 'react';
import { useSendRequest } from '@/features/information-requests/api';
import { ApplicantStep } from '@/features/information-requests/applicant-step';
import { ContentStep } from '@/features/information-requests/content-step';
import { DeliveryStep } from '@/features/information-requests/delivery-step';
import type { RequestDraft } from '@/features/information-requests/request-draft';
import type { RequestPapers } from '@/features/information-requests/step-props';
import { useRequestForm } from '@/features/information-requests/use-request-form';
import { useSuggestionUses } from '@/features/information-requests/use-suggestion-uses';
import { useLogin } from '@/features/identity/use-login';
import type { RequestKind } from '@bandeng/rules';
import { asApiError } from '@bandeng/contracts/api-error';
import { newId } from '@/lib/ids';
import { replace } from '@/lib/navigation';
import { usePageParams } from '@/lib/page-params';
import { Button } from '@/ui/button';
import { Page } from '@/ui/page';
import { ErrorState } from '@/ui/states';
import { NoticeBar } from '@/ui/tag';
import { Heading } from '@/ui/text';
import { Steps } from '@/ui/timeline';
import { usePhotos } from '@/ui/use-photos';

/** What each step is called, and asks. */
const words: Readonly<
  Record<RequestKind, { title: string; steps: string[]; asks: string[]; goOn: string; why: string }>
> = {
  information: {
    title: '要信息',
    steps: ['要什么', '你是谁', '怎么收'],
    asks: ['你想要什么信息？', '谁来申请？', '怎么给你？'],
    goOn: '都不是，接着申请',
    why: '政府没有公开的，可以申请。不用说为什么要，也不收钱',
  },
  record_correction: {
    title: '更正我的记录',
    steps: ['哪里错了', '你是谁', '怎么收'],
    asks: ['政府记的你哪里写错了？', '谁来申请？', '结果怎么给你？'],
    goOn: '下一步',
    why: '政府记的你自己的信息不对，有证据的，可以要求更正（条例第四十一条）。不收钱',
  },
};
const parts = [ContentStep, ApplicantStep, DeliveryStep];

/** 要信息 (mock 10): what exists already first, then the three steps of Art. 29. */
export default function RequestFormPage() {
  const { from = '', name = '', description = '' } = usePageParams();
  const form = useRequestForm({ fromEnquiryId: from, name, description });
  const { draft, change, isStepFine } = form;
  const noteUse = useSuggestionUses();
  const send = useSendRequest();
  const login = useLogin('申请要登录，好让答复送到你手里');
  const [isChecking, setChecking] = useState(false);
  const papers: RequestPapers = { identity: usePhotos(3), authority: usePhotos(3), evidence: usePhotos(3) };
  const addPaper = async (kind: keyof RequestPapers) => {
    if (await login.ensure()) await papers[kind].add();
  };
  const waiting = waitsFor(draft, papers);
  const Part = parts[draft.step] ?? ContentStep;
  const isLast = draft.step === 2;
  const said = words[draft.asks];

  const next = () => {
    if (isStepFine()) change({ step: Math.min(2, draft.step + 1) as 0 | 1 | 2 });
  };
  const submit = async () => {
    if (!isStepFine() || isChecking || send.isPending) return;
    setChecking(true);
    try {
      if (!(await login.ensure())) return;
      const request = await send.mutateAsync({
        id: form.id ?? (await newId()),
        draft,
        handedIn: {
          identity: papers.identity.ids,
          authority: papers.authority.ids,
          evidence: papers.evidence.ids,
        },
      });
      noteUse('filed');
      await replace('request', { id: request.id, sent: '1' });
    } catch {
      // The fault stands above the button; the draft is on the phone.
    } finally {
      setChecking(false);
    }
  };
  const busy = isChecking || send.isPending;
  return (
    <Page
      title={said.title}
      overlay={login.sheet}
      bar={
        <>
          {draft.step > 0 && (
            <Button look="quiet" onPress={() => change({ step: (draft.step - 1) as 0 | 1 })}>
              上一步
            </Button>
          )}
          <Button
            look="filled"
            wide
            busy={busy}
            disabledBecause={waiting}
            onPress={isLast ? () => void submit() : next}
          >
            {isLast ? '交申请' : draft.step === 0 ? said.goOn : '下一步'}
          </Button>
        </>
      }
    >
      <Steps steps={said.steps} current={draft.step} />
      <Heading level={1} className="mt2">
        {said.asks[draft.step]}
      </Heading>
      {draft.step === 0 && <NoticeBar className="mt2">{said.why}</NoticeBar>}
      {from !== '' && (
        <NoticeBar tone="brand" className="mt2">
          代替你的那件留言：交了申请，留言就办结，经过都留着
        </NoticeBar>
      )}
      <View className="mt2">
        <Part {...form} noteUse={noteUse} papers={papers} addPaper={kind => void addPaper(kind)} />
      </View>
      {send.isError && <SendError error={send.error} />}
    </Page>
  );
}

/** What is still to come before one can go on. */
function waitsFor({ step, asks, hasAgent }: RequestDraft, papers: RequestPapers): string | undefined {
  const shown = [...(asks === 'information' ? [] : [papers.evidence]), ...(step === 0 ? [] : [papers.identity])];
  const used = hasAgent && step > 0 ? [...shown, papers.authority] : shown;
  const waiting = used.map(photos => photos.waitsFor).find(Boolean);
  if (waiting !== undefined || step === 0) return waiting;
  return hasAgent && papers.authority.ids.length === 0 ? '还要一份授权委托书的照片' : undefined;
}

/** What the server found wrong, field by field; nothing typed is lost. */
function SendError({ error }: { error: unknown }) {
  const { errors } = asApiError(error);
  return (
    <View className="mt3">
      <ErrorState error={error} />
      {errors.map(({ path, message }) => (
        <View key={path} className="note danger">
          {message}
        </View>
      ))}
    </View>
  );
}
