import { View } from '@tarojs/components';
import type { GridRecord } from '@bandeng/contracts/types';
import type { OutboxRecord, OutboxState } from '@bandeng/rules';
import { useState } from 'react';
import { newId } from '@/lib/ids';
import { open } from '@/lib/navigation';
import type { PageName } from '@/routes';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import type { IconName } from '@/ui/icon';
import { Dialog } from '@/ui/sheet';
import { Tag } from '@/ui/tag';
import { toast } from '@/ui/toast';
import type { WalkBuilding } from './door-state';
import { changeRecord, discardRecord, writeRecord } from './outbox-store';
import type { OutboxEntry } from './unsent';
import { linesOf } from './words';

type Standing = { word: string; icon: IconName; tone: 'plain' | 'danger' | 'ok' };
const standing: Record<OutboxState, Standing> = {
  waiting: { word: '等网络', icon: 'clock', tone: 'plain' },
  sending: { word: '正在送', icon: 'up', tone: 'plain' },
  look: { word: '要你看看', icon: 'alert', tone: 'danger' },
  photos: { word: '照片还没送到', icon: 'clock', tone: 'plain' },
  delivered: { word: '送到', icon: 'check', tone: 'ok' },
};

/** Where a record that came back is put right; what has nothing to change in it goes again as it is. */
const editors: Partial<Record<GridRecord['kind'], PageName>> = {
  ...{
    visit: 'gridVisit',
    comment: 'gridComment',
    enquiry: 'gridEnquiry',
    request: 'gridHandOn',
    poster: 'gridPoster',
  },
};

interface OutboxCardProps {
  record: OutboxRecord<OutboxEntry>;
  walk: readonly WalkBuilding[];
}

/** One record: what it is, where it is, and what the person can do about it. */
export function OutboxCard({ record, walk }: OutboxCardProps) {
  const { state, body, problem } = record;
  const { word, icon, tone } = standing[state];
  const current = Array.isArray(problem?.current) ? (problem.current as string[]) : [];
  return (
    <Card className="mt2" label={`${body.title}，${word}`}>
      <View className="line between wrap">
        <View className="grow strong">{body.title}</View>
        <Tag tone={tone} icon={icon}>
          {word}
        </Tag>
      </View>
      {problem && <View className="mt1">{problem.reason}</View>}
      {current.length > 0 && <Version title="已经交上去的" lines={current} />}
      {body.data && <Version title={current.length > 0 ? '这部手机上的' : '记的是'} lines={linesOf(body.data)} />}
      {body.data && state !== 'sending' && <Acts record={record} data={body.data} walk={walk} />}
    </Card>
  );
}

const Version = ({ title, lines }: { title: string; lines: readonly string[] }) => (
  <View className="block-quote mt2">
    <View className="min wood">{title}</View>
    {lines.map((line, at) => (
      <View key={at}>{line}</View>
    ))}
  </View>
);

/** What it means to throw it away here. */
function dropWords({ state, problem }: OutboxRecord<OutboxEntry>) {
  if (problem?.kind === 'conflict')
    return {
      ...{ button: '留下已交的', title: '这部手机上的不要了？' },
      detail: '已经交上去的留着，手机上的这一份删掉。',
    };
  if (state === 'photos')
    return { button: '照片不传了', title: '照片不传了？', detail: '文字已经送到，留着；照片从手机里删掉。' };
  return { button: '删掉', title: '删掉这一条？', detail: '它还没有送到，删了就没有了。' };
}

function Acts({ record, data, walk }: OutboxCardProps & { data: GridRecord }) {
  const [isAsking, setAsking] = useState(false);
  const { state, problem, body } = record;
  const isConflict = problem?.kind === 'conflict';
  const drop = dropWords(record);
  const editor = editors[data.kind];
  const edit = () => {
    const door = 'doorId' in data ? (data.doorId ?? undefined) : undefined;
    const building = walk.find(({ doors }) => doors.some(({ id }) => id === door))?.id;
    if (editor) void open(editor, { building, door, record: data.id });
  };
  // Kept beside the one that was handed in: a record of its own, under an id of its own.
  const keepBoth = async () => {
    if (writeRecord({ ...data, id: await newId() }, body.title)) discardRecord(data.id);
    else toast('手机存满了，先送出去一些', 'alert');
  };
  return (
    <View className="line wrap mt2">
      {state === 'look' && !isConflict && (
        <>
          {editor && (
            <Button small look="filled" icon="pencil" onPress={edit}>
              改一改
            </Button>
          )}
          <Button small icon="up" onPress={() => void changeRecord(data, body.title)}>
            再试一次
          </Button>
        </>
      )}
      {isConflict && (
        <Button small icon="plus" onPress={() => void keepBoth()}>
          另记一条
        </Button>
      )}
      <Button small look="quiet" danger onPress={() => setAsking(true)}>
        {drop.button}
      </Button>
      <Dialog
        open={isAsking}
        title={drop.title}
        confirm={{ text: '删掉', danger: true, onPress: () => void discardRecord(data.id) }}
        onClose={() => setAsking(false)}
      >
        {drop.detail}
      </Dialog>
    </View>
  );
}
