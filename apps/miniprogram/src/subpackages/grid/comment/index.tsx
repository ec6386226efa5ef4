import { View } from '@tarojs/components';
import { limits } from '@bandeng/contracts/routes';
import { useState } from 'react';
import { wholeDraft } from '@/lib/place';
import { ConsentPart } from '@/features/grid/consent-part';
import { ShowingPart } from '@/features/grid/showing-part';
import { useKeptForm } from '@/features/grid/use-kept-form';
import {
  behalfBody,
  behalfFormOf,
  behalfProblems,
  emptyBehalf,
  openConsultations,
  placesOf,
  readBackText,
  type BehalfForm,
  type BehalfProblems,
} from '@/features/grid/comment-form';
import { keepRecord } from '@/features/grid/keep-record';
import { useOutbox } from '@/features/grid/outbox-store';
import { itemsOf } from '@/features/grid/pack-store';
import { PlaceSheet } from '@/features/grid/place-sheet';
import { slipProblems, waitingSlips, type SlipProblems } from '@/features/grid/slip-form';
import { SlipPart } from '@/features/grid/slip-part';
import { useDoor } from '@/features/grid/use-walk';
import { consentWords, doorName, placeName, type OnBehalf } from '@/features/grid/words';
import { NotInPack, WorkPage } from '../work-page';
import { back } from '@/lib/navigation';
import { usePageParams } from '@/lib/page-params';
import { Button } from '@/ui/button';
import { Card, Row } from '@/ui/card';
import { Choice } from '@/ui/choice';
import { TextArea } from '@/ui/field';
import { Empty } from '@/ui/states';

type Consultation = ReturnType<typeof openConsultations>[number];

/** 代录: what somebody says of a consultation, written down for them, read back, kept. */
export default function OnBehalfPage() {
  const { building: buildingId, door: doorId, record: recordId } = usePageParams();
  const { pack, outbox, building, door } = useDoor(buildingId, doorId);
  const data = outbox.records.find(({ id }) => id === recordId)?.body.data;
  const before = data?.kind === 'comment' ? data : undefined;
  const title = before ? '改一改代录的意见' : '代录一条意见';
  const consultations = pack ? openConsultations(itemsOf(pack)) : [];
  const content = () => {
    if (!pack) return <NotInPack />;
    if (consultations.length === 0)
      return (
        <Empty
          icon="bench"
          title="现在没有在征求意见的"
          detail="走访包里没有还开着的征集。本人有话要说，回上一页代录一件留言"
        />
      );
    const where = building && door ? `${placeName(building)} ${doorName(door)}` : '没有写门';
    return (
      <BehalfEditor
        key={before?.id}
        {...{ consultations, before, where }}
        doorId={door?.id ?? before?.doorId ?? null}
      />
    );
  };
  return <WorkPage title={title}>{content()}</WorkPage>;
}

interface EditorProps {
  consultations: readonly Consultation[];
  before: OnBehalf | undefined;
  where: string;
  doorId: string | null;
}

function BehalfEditor({ consultations, before, where, doorId }: EditorProps) {
  const first = consultations[0]!.id;
  const kept = useKeptForm(
    `comment:${before?.id ?? doorId}`,
    () => (before ? behalfFormOf(before) : emptyBehalf(first)),
    where,
  );
  const { form } = kept;
  const { outbox } = useOutbox();
  const [problems, setProblems] = useState<BehalfProblems & SlipProblems>({});
  const [isChoosing, setChoosing] = useState(false);
  const consultation = consultations.find(({ id }) => id === form.consultationId) ?? consultations[0]!;
  const change = (part: Partial<BehalfForm>) => {
    setProblems({});
    return kept.change(part);
  };
  const save = async () => {
    const found = { ...behalfProblems(form), ...slipProblems(form, waitingSlips(outbox.records, before?.id)) };
    setProblems(found);
    if (Object.keys(found).length > 0) return;
    const content = { ...behalfBody(form, consultation.unit.name), consultationId: consultation.id, doorId };
    if (!keepRecord(content, { id: await kept.idOf(), title: `${where}，代录：${consultation.question}`, before }))
      return;
    kept.drop();
    await back();
  };
  const { place } = form;
  return (
    <>
      <View className="note mt2">{where}。替本人记，写本人的话，不写你的看法</View>
      {consultations.length > 1 && (
        <Choice
          label="说的是哪件事"
          options={consultations.map(({ id, question }) => ({ value: id, label: question }))}
          value={consultation.id}
          onChange={consultationId => void change({ consultationId, place: wholeDraft, proposedText: '' })}
        />
      )}
      {consultations.length === 1 && <View className="strong mt2">{consultation.question}</View>}
      <Card className="mt3 tight">
        <Row
          icon="list"
          title={place.of ? `${place.of}：${place.label}` : place.label}
          detail="点这里换一条"
          onPress={() => setChoosing(true)}
        />
      </Card>
      {place.current && (
        <>
          <View className="block-quote mt2">
            <View className="min wood">草案现在写的</View>
            <View className="pre-line">{place.current}</View>
          </View>
          <TextArea
            label="本人想改成"
            hint="可以不写"
            isShort
            value={form.proposedText}
            maxLength={limits.commentProposedText}
            onChange={proposedText => void change({ proposedText })}
          />
        </>
      )}
      <TextArea
        label="本人怎么说的"
        value={form.body}
        maxLength={limits.commentBody}
        error={problems.body}
        onChange={body => void change({ body })}
      />
      <ShowingPart form={form} problems={problems} onChange={part => void change(part)} />
      <ConsentPart
        form={form}
        words={consentWords(form.showing, consultation.unit.name)}
        readBack={readBackText(form)}
        problems={problems}
        onChange={part => void change(part)}
      />
      <SlipPart form={form} problems={problems} onChange={part => void change(part)} />
      <View className="mt3">
        <Button look="filled" block onPress={() => void save()}>
          {before ? '改好了，再送' : '记下这条意见'}
        </Button>
      </View>
      {isChoosing && (
        <PlaceSheet
          places={placesOf(consultation.id)}
          onChoose={chosen => {
            setChoosing(false);
            void change({ place: chosen, proposedText: chosen.current ?? '' });
          }}
          onClose={() => setChoosing(false)}
        />
      )}
    </>
  );
}
