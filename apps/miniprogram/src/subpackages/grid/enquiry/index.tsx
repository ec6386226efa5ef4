import { View } from '@tarojs/components';
import { ENQUIRY_KIND_LABELS, limits } from '@bandeng/contracts/routes';
import { useState } from 'react';
import { ConsentPart } from '@/features/grid/consent-part';
import {
  emptyEnquiry,
  enquiryContent,
  enquiryFormOf,
  enquiryProblems,
  enquiryReadBack,
  type EnquiryForm,
  type EnquiryProblems,
} from '@/features/grid/enquiry-form';
import { keepRecord } from '@/features/grid/keep-record';
import { useOutbox } from '@/features/grid/outbox-store';
import { useKeptForm } from '@/features/grid/use-kept-form';
import { slipProblems, waitingSlips, type SlipProblems } from '@/features/grid/slip-form';
import { SlipPart } from '@/features/grid/slip-part';
import { useDoor } from '@/features/grid/use-walk';
import { doorName, enquiryConsentWords, placeName, type Enquiry } from '@/features/grid/words';
import { WorkPage } from '../work-page';
import { back } from '@/lib/navigation';
import { usePageParams } from '@/lib/page-params';
import { Button } from '@/ui/button';
import { Choice } from '@/ui/choice';
import { Field, TextArea } from '@/ui/field';
import { FieldError } from '@/ui/field-error';

const kinds = Object.entries(ENQUIRY_KIND_LABELS).map(([value, label]) => ({
  value: value as Enquiry['about'],
  label,
}));
const showings = [
  { value: 'open' as const, label: '答复可以公开', detail: '公开的时候遮住名字、电话、住址' },
  { value: 'closed' as const, label: '不公开，只给办的人看' },
];

/** 代录一件留言: what somebody asks of the offices, written down for them, read back, kept. */
export default function ProxyEnquiryPage() {
  const { building: buildingId, door: doorId, record: recordId } = usePageParams();
  const { outbox, building, door } = useDoor(buildingId, doorId);
  const data = outbox.records.find(({ id }) => id === recordId)?.body.data;
  const before = data?.kind === 'enquiry' ? data : undefined;
  const where = building && door ? `${placeName(building)} ${doorName(door)}` : '没有写门';
  return (
    <WorkPage title={before ? '改一改代录的留言' : '代录一件留言'}>
      <EnquiryEditor key={before?.id} {...{ before, where }} doorId={door?.id ?? before?.doorId ?? null} />
    </WorkPage>
  );
}

interface EditorProps {
  before: Enquiry | undefined;
  where: string;
  doorId: string | null;
}

function EnquiryEditor({ before, where, doorId }: EditorProps) {
  const kept = useKeptForm(
    `enquiry:${before?.id ?? doorId}`,
    () => (before ? enquiryFormOf(before) : emptyEnquiry()),
    where,
  );
  const { form } = kept;
  const { outbox } = useOutbox();
  const [problems, setProblems] = useState<EnquiryProblems & SlipProblems>({});
  const change = (part: Partial<EnquiryForm>) => {
    setProblems({});
    void kept.change(part);
  };
  const save = async () => {
    const found = { ...enquiryProblems(form), ...slipProblems(form, waitingSlips(outbox.records, before?.id)) };
    setProblems(found);
    if (form.isPublic === undefined || Object.keys(found).length > 0) return;
    const content = { ...enquiryContent(form, form.isPublic), doorId };
    if (!keepRecord(content, { id: await kept.idOf(), title: `${where}，代录留言：${form.title.trim()}`, before }))
      return;
    kept.drop();
    await back();
  };
  return (
    <>
      <View className="note mt2">{where}。替本人记，写本人的话，不写你的看法</View>
      <Choice label="是哪一种" options={kinds} value={form.about} onChange={about => change({ about })} />
      <Field
        label="一句话说是什么事"
        value={form.title}
        maxLength={limits.enquiryTitle}
        error={problems.title}
        onChange={title => change({ title })}
      />
      <TextArea
        label="本人怎么说的"
        value={form.body}
        maxLength={limits.enquiryBody}
        error={problems.body}
        onChange={body => change({ body })}
      />
      <Field
        label="怎么称呼本人"
        hint="可以不写"
        help="本人愿意说才写。只有办的人看得到，不会公开"
        value={form.name}
        maxLength={40}
        onChange={name => change({ name })}
      />
      <Field
        label="本人的电话"
        hint="可以不写"
        help="写本人的，不写你的。没有电话，答复由你去告诉"
        value={form.phone}
        maxLength={20}
        error={problems.phone}
        onChange={phone => change({ phone })}
      />
      <Choice
        label="答复能不能公开，本人定"
        options={showings}
        value={form.isPublic === undefined ? undefined : form.isPublic ? 'open' : 'closed'}
        onChange={value => change({ isPublic: value === 'open' })}
      />
      {problems.isPublic && <FieldError>{problems.isPublic}</FieldError>}
      <ConsentPart
        form={form}
        words={enquiryConsentWords(form.isPublic === true)}
        readBack={enquiryReadBack(form)}
        problems={problems}
        onChange={change}
      />
      <SlipPart form={form} problems={problems} onChange={change} />
      <View className="mt3">
        <Button look="filled" block onPress={() => void save()}>
          {before ? '改好了，再送' : '记下这件留言'}
        </Button>
      </View>
    </>
  );
}
