import type { InformationRequest } from '@bandeng/contracts/types';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { correctionDraftKey, informationRequest, useCorrect } from '@/features/information-requests/api';
import { now } from '@/lib/clock';
import { saveDraft, useDraft } from '@/lib/drafts';
import { newId } from '@/lib/ids';
import { replace } from '@/lib/navigation';
import { usePageParams } from '@/lib/page-params';
import { sayDate } from '@bandeng/rules';
import { Button } from '@/ui/button';
import { Field, TextArea } from '@/ui/field';
import { Page } from '@/ui/page';
import { ErrorState, Loaded } from '@/ui/states';
import { NoticeBar } from '@/ui/tag';
import { Heading } from '@/ui/text';

interface Content {
  name: string;
  documentNumber: string;
  description: string;
}

/** 补正: what the office asked for, and the content to put right. */
export default function CorrectionPage() {
  const { id = '' } = usePageParams();
  const query = useQuery(informationRequest(id));
  return <Loaded query={query}>{request => <CorrectionForm request={request} />}</Loaded>;
}

function CorrectionForm({ request }: { request: InformationRequest }) {
  const key = correctionDraftKey(request.id);
  const kept = useDraft<Content>(key);
  const { name, documentNumber, description } = request.content;
  const [content, setContent] = useState<Content>(
    kept?.value ?? { name, documentNumber: documentNumber ?? '', description: description ?? '' },
  );
  const correct = useCorrect(request.id);
  const change = (part: Partial<Content>) => {
    const next = { ...content, ...part };
    setContent(next);
    void (kept ? Promise.resolve(kept.id) : newId()).then(draftId => saveDraft(key, draftId, next));
  };
  const isEmpty = content.name.trim() === '';
  const send = async () => {
    try {
      const given = (text: string) => (text.trim() === '' ? undefined : text.trim());
      await correct.mutateAsync({
        id: kept?.id ?? (await newId()),
        content: {
          name: content.name.trim(),
          documentNumber: given(content.documentNumber),
          description: given(content.description),
        },
      });
      await replace('request', { id: request.id });
    } catch {
      // The fault stands below the form; the draft is on the phone.
    }
  };
  return (
    <Page
      title="补正"
      bar={
        <Button
          look="filled"
          wide
          busy={correct.isPending}
          disabledBecause={isEmpty ? '先写一下你要什么' : undefined}
          onPress={() => void send()}
        >
          交补正
        </Button>
      }
    >
      <Heading level={1}>补一补，再交</Heading>
      {request.correction && (
        <NoticeBar tone="wood" icon="pencil" className="mt2">
          {request.correction.items}（最晚{sayDate(request.correction.deadline, now())}）
        </NoticeBar>
      )}
      <Field label="你要什么？" value={content.name} maxLength={200} onChange={value => change({ name: value })} />
      <TextArea
        label="说得再细一点"
        hint="可以不写"
        value={content.description}
        maxLength={2000}
        onChange={value => change({ description: value })}
      />
      <Field
        label="文号"
        hint="知道就写"
        value={content.documentNumber}
        maxLength={80}
        onChange={value => change({ documentNumber: value })}
      />
      {correct.isError && <ErrorState error={correct.error} />}
    </Page>
  );
}
