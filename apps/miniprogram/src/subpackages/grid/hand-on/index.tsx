import { View } from '@tarojs/components';
import { limits } from '@bandeng/contracts/routes';
import { useState } from 'react';
import { ConsentPart } from '@/features/grid/consent-part';
import {
  emptyHandOn,
  handOnContent,
  handOnFormOf,
  handOnProblems,
  handOnReadBack,
  type HandOnForm,
  type HandOnProblems,
} from '@/features/grid/hand-on-form';
import { keepRecord } from '@/features/grid/keep-record';
import { useKeptForm } from '@/features/grid/use-kept-form';
import { useDoor } from '@/features/grid/use-walk';
import { doorName, handOnConsentWords, methodWords, placeName, type HandedOn } from '@/features/grid/words';
import { WorkPage } from '../work-page';
import { back } from '@/lib/navigation';
import { usePageParams } from '@/lib/page-params';
import { Button } from '@/ui/button';
import { Choice } from '@/ui/choice';
import { Field, TextArea } from '@/ui/field';
import { NoticeBar } from '@/ui/tag';

const methods = [
  { value: 'any' as const, label: '没有说' },
  ...Object.entries(methodWords).map(([value, label]) => ({ value: value as keyof typeof methodWords, label })),
];

/** 转交: what somebody wants to know goes to the office, which calls them; until then it is no request. */
export default function HandOnPage() {
  const { building: buildingId, door: doorId, record: recordId } = usePageParams();
  const { outbox, building, door } = useDoor(buildingId, doorId);
  const data = outbox.records.find(({ id }) => id === recordId)?.body.data;
  const before = data?.kind === 'request' ? data : undefined;
  const where = building && door ? `${placeName(building)} ${doorName(door)}` : '没有写门';
  return (
    <WorkPage title={before ? '改一改转交的' : '转交要信息的'}>
      <HandOnEditor key={before?.id} {...{ before, where }} doorId={door?.id ?? before?.doorId ?? null} />
    </WorkPage>
  );
}

interface EditorProps {
  before: HandedOn | undefined;
  where: string;
  doorId: string | null;
}

function HandOnEditor({ before, where, doorId }: EditorProps) {
  const kept = useKeptForm(
    `hand-on:${before?.id ?? doorId}`,
    () => (before ? handOnFormOf(before) : emptyHandOn()),
    where,
  );
  const { form } = kept;
  const [problems, setProblems] = useState<HandOnProblems>({});
  const change = (part: Partial<HandOnForm>) => {
    setProblems({});
    void kept.change(part);
  };
  const save = async () => {
    const found = handOnProblems(form);
    setProblems(found);
    if (Object.keys(found).length > 0) return;
    const content = { ...handOnContent(form), doorId };
    if (!keepRecord(content, { id: await kept.idOf(), title: `${where}，转交：${form.wanted.trim()}`, before })) return;
    kept.drop();
    await back();
  };
  return (
    <>
      <View className="note mt2">{where}。替本人记，写本人的话</View>
      <NoticeBar tone="wood" className="mt3">
        这还不是申请。办公室打电话和本人核实，补齐要填的，从那天起算日子
      </NoticeBar>
      <TextArea
        label="本人要什么信息"
        help="写本人的话，比如：去年我们小区加装电梯补助发给了谁"
        isShort
        value={form.wanted}
        maxLength={limits.requestName}
        error={problems.wanted}
        onChange={wanted => change({ wanted })}
      />
      <Choice label="本人想怎么拿到" options={methods} value={form.method} onChange={method => change({ method })} />
      <Field
        label="本人的名字"
        help="写本人的，不写你的。只给打电话核实的人看"
        value={form.name}
        maxLength={40}
        error={problems.name}
        onChange={name => change({ name })}
      />
      <Field
        label="本人的电话"
        help="没有电话的，请本人到窗口申请，或者请家人代理"
        value={form.phone}
        maxLength={20}
        error={problems.phone}
        onChange={phone => change({ phone })}
      />
      <ConsentPart
        form={form}
        words={handOnConsentWords}
        readBack={handOnReadBack(form)}
        problems={problems}
        onChange={change}
      />
      <View className="mt3">
        <Button look="filled" block onPress={() => void save()}>
          {before ? '改好了，再送' : '记下，转交办公室'}
        </Button>
      </View>
    </>
  );
}
