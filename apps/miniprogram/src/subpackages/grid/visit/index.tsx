import { View } from '@tarojs/components';
import { sayDate } from '@bandeng/rules';
import { useState } from 'react';
import { walkTime } from '@/features/grid/contact';
import { campaignsFor, type WalkBuilding, type WalkDoor } from '@/features/grid/door-state';
import { keepRecord } from '@/features/grid/keep-record';
import type { GridItem } from '@/features/grid/pack-store';
import { ShownItems } from '@/features/grid/shown-items';
import { useCardOfPage } from '@/features/grid/share-card';
import { TextSheet } from '@/features/grid/text-sheet';
import { useKeptForm } from '@/features/grid/use-kept-form';
import { useDoor } from '@/features/grid/use-walk';
import {
  emptyVisit,
  followUpDays,
  followUpRange,
  visitBody,
  visitFormOf,
  visitProblems,
  type VisitForm,
} from '@/features/grid/visit-form';
import { doorName, placeName, reactionWords, wayWords, type Reaction, type Visit } from '@/features/grid/words';
import { NotInPack, WorkPage } from '../work-page';
import { back, open } from '@/lib/navigation';
import { usePageParams } from '@/lib/page-params';
import { Button } from '@/ui/button';
import { Card, Row } from '@/ui/card';
import { Choice } from '@/ui/choice';
import { DayPicker } from '@/ui/day-picker';
import { TextArea } from '@/ui/field';
import { FieldError } from '@/ui/field-error';
import { Chips } from '@/ui/tabs';

const ways = Object.entries(wayWords).map(([value, label]) => ({ value: value as Visit['way'], label }));
const reactions = Object.entries(reactionWords).map(([value, { word }]) => ({ value: value as Reaction, label: word }));

/** A visit at one door; or one that came back from the server, to be put right. */
export default function VisitPage() {
  useCardOfPage();
  const { building: buildingId, door: doorId, record: recordId } = usePageParams();
  const { pack, today, outbox, building, door } = useDoor(buildingId, doorId);
  const data = outbox.records.find(({ id }) => id === recordId)?.body.data;
  const before = data?.kind === 'visit' ? data : undefined;
  if (!pack || !building || !door) {
    return (
      <WorkPage title="走访">
        <NotInPack />
      </WorkPage>
    );
  }
  const campaigns = campaignsFor(pack, building.areaId, today);
  const offered = new Map(campaigns.flatMap(({ items }) => items).map(item => [item.id, item]));
  return <VisitEditor key={before?.id} {...{ building, door, before }} offered={[...offered.values()]} />;
}

interface EditorProps {
  building: WalkBuilding;
  door: WalkDoor;
  before: Visit | undefined;
  offered: readonly GridItem[];
}

function VisitEditor({ building, door, before, offered }: EditorProps) {
  const where = `${placeName(building)} ${doorName(door)}`;
  const kept = useKeptForm(
    `visit:${before?.id ?? door.id}`,
    () => (before ? visitFormOf(before) : emptyVisit()),
    where,
  );
  const { form } = kept;
  const [problems, setProblems] = useState<ReturnType<typeof visitProblems>>({});
  const [shown, setShown] = useState<GridItem>();
  const change = (part: Partial<VisitForm>) => {
    setProblems({});
    void kept.change(part);
  };
  const save = async () => {
    const found = visitProblems(form);
    setProblems(found);
    const { reaction } = form;
    if (reaction === undefined || Object.keys(found).length > 0) return;
    // One id for one form, kept with its draft: a second tap is the same visit.
    const id = await kept.idOf();
    const content = { ...visitBody(form, offered, reaction), doorId: door.id };
    const title = `${where}，${reactionWords[reaction].word}`;
    if (!keepRecord(content, { id, title, before })) return;
    kept.drop();
    await back();
  };
  return (
    <WorkPage
      title="走访"
      heading={where}
      overlay={shown && <TextSheet item={shown} onClose={() => setShown(undefined)} />}
      bar={
        <Button look="filled" wide onPress={() => void save()}>
          {before ? '改好了，再送' : '记下这次走访'}
        </Button>
      }
    >
      {door.last && (
        <View className="note mt2">
          上次{sayDate(door.last.on, walkTime())}，{reactionWords[door.last.reaction].word}
          {door.isWaiting && '，还没送到'}
        </View>
      )}
      <Chips className="mt2" label="怎么走访的" items={ways} value={form.way} onChange={way => change({ way })} />
      <ShownItems items={offered} shown={form.shown} onChange={keys => change({ shown: keys })} onRead={setShown} />
      <Choice
        label="这家人怎么说"
        options={reactions}
        value={form.reaction}
        onChange={reaction => change({ reaction })}
      />
      {problems.reaction && <FieldError>{problems.reaction}</FieldError>}
      <Card className="mt3 tight rows">
        <Row
          icon="comment"
          title="代录一条意见"
          detail="对正在征求意见的事，替本人记下来交上去"
          onPress={() => void open('gridComment', { building: building.id, door: door.id })}
        />
        <Row
          icon="question"
          title="代录一件留言"
          detail="别的事想问、想反映，替本人交给该办的单位"
          onPress={() => void open('gridEnquiry', { building: building.id, door: door.id })}
        />
        <Row
          icon="request"
          title="转交要信息的"
          detail="想要政府的信息，交给办公室打电话核实"
          onPress={() => void open('gridHandOn', { building: building.id, door: door.id })}
        />
      </Card>
      <View className="field">
        <View className="field-label">哪天再来</View>
        <Chips
          label="哪天再来"
          items={followUpDays(form.followUpOn)}
          value={form.followUpOn}
          onChange={followUpOn => change({ followUpOn })}
        />
        <DayPicker
          label="另选一天"
          value={form.followUpOn}
          {...followUpRange()}
          onChange={followUpOn => change({ followUpOn })}
        />
      </View>
      <TextArea
        label="备注"
        hint="可以不写"
        help="写事情，不写人：名字、电话、证件号、身体怎么样都不记"
        isShort
        value={form.note}
        maxLength={200}
        error={problems.note}
        onChange={note => change({ note })}
      />
    </WorkPage>
  );
}
