import { View } from '@tarojs/components';
import type { Asked } from '@bandeng/contracts/types';
import { sayDate } from '@bandeng/rules';
import { useRef, useState } from 'react';
import { walkTime } from '@/features/grid/contact';
import { keepRecord } from '@/features/grid/keep-record';
import { useAsked } from '@/features/grid/use-asked';
import { tellWords, type Told } from '@/features/grid/words';
import { WorkPage } from '../work-page';
import { newId } from '@/lib/ids';
import { back, open } from '@/lib/navigation';
import { usePageParams } from '@/lib/page-params';
import { Button } from '@/ui/button';
import { Choice } from '@/ui/choice';
import { FieldError } from '@/ui/field-error';
import { Listen } from '@/ui/listen';
import { Empty } from '@/ui/states';

const ways = Object.entries(tellWords).map(([value, label]) => ({ value: value as Told['how'], label }));

/** An answer to bring to a door: to show in large type, to read aloud, and to write down that it was told. */
export default function TellPage() {
  const { record: id } = usePageParams();
  const { toTell, whereOf } = useAsked();
  const asked = toTell.find(one => one.id === id);
  if (!asked)
    return (
      <WorkPage title="去告诉本人">
        <Empty
          icon="check"
          title="这一条不用再告诉了"
          detail="告诉过了，或者本人自己领走了"
          action={{ text: '回到今天', onPress: () => void open('workbench') }}
        />
      </WorkPage>
    );
  return <TellEditor asked={asked} where={whereOf(asked)} />;
}

function TellEditor({ asked, where }: { asked: Asked; where: string }) {
  const { title, answer, told } = asked;
  const [how, setHow] = useState<Told['how']>();
  const [problem, setProblem] = useState('');
  const id = useRef<string>();
  const save = async () => {
    if (how === undefined) return setProblem('选一下告诉了没有');
    // One id for one form: a second tap is the same telling.
    id.current ??= await newId();
    const kept = { kind: 'told' as const, recordId: asked.id, how };
    if (keepRecord(kept, { id: id.current, title: `${where}，${tellWords[how]}：${title}`, before: undefined }))
      await back();
  };
  return (
    <WorkPage
      title="去告诉本人"
      heading={where}
      bar={
        <Button look="filled" wide onPress={() => void save()}>
          记下
        </Button>
      }
    >
      <View className="note mt2">
        {sayDate(asked.on, walkTime())}问的：{title}
      </View>
      {told && (
        <View className="note">
          {sayDate(told.on, walkTime())}
          {tellWords[told.how]}
        </View>
      )}
      <View className="h1 mt3 pre-line">{answer}</View>
      <Listen text={`${title}。${answer ?? ''}`} />
      <Choice
        label="告诉了没有"
        options={ways}
        value={how}
        onChange={next => {
          setProblem('');
          setHow(next);
        }}
      />
      {problem && <FieldError>{problem}</FieldError>}
    </WorkPage>
  );
}
