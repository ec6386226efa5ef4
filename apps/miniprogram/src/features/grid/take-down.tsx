import { View } from '@tarojs/components';
import { sayDate } from '@bandeng/rules';
import { newId } from '@/lib/ids';
import { Button } from '@/ui/button';
import { Card, Section } from '@/ui/card';
import { walkTime } from './contact';
import type { WalkBuilding } from './door-state';
import { keepRecord } from './keep-record';
import type { HangingPoster } from './posters';
import { placeName } from './words';

interface TakeDownProps {
  title: string;
  posters: readonly HangingPoster[];
  walk: readonly WalkBuilding[];
}

/** Posters that hang, each with where and until when; one tap says that it is down. */
export function TakeDown({ title, posters, walk }: TakeDownProps) {
  if (posters.length === 0) return null;
  return (
    <Section title={title} note={`${posters.length} 张`}>
      {posters.map(poster => (
        <HangingCard key={poster.id} poster={poster} building={walk.find(({ id }) => id === poster.buildingId)} />
      ))}
    </Section>
  );
}

function HangingCard({ poster, building }: { poster: HangingPoster; building: WalkBuilding | undefined }) {
  const { id, item, place, takeDownOn } = poster;
  const where = [building && placeName(building), place].filter(Boolean).join(' ');
  const takeDown = async () => {
    const content = { kind: 'poster_down' as const, posterId: id };
    keepRecord(content, { id: await newId(), title: `${where}，揭下海报`, before: undefined });
  };
  return (
    <Card className="mt2" label={where}>
      <View className="strong">{where}</View>
      <View className="note">
        {item.title ?? '内容撤下了，现在就揭'}
        {item.title !== null && `，${sayDate(takeDownOn, walkTime())}揭`}
      </View>
      <View className="mt2">
        <Button icon="check" label={`揭下来了，${where}`} onPress={() => void takeDown()}>
          揭下来了
        </Button>
      </View>
    </Card>
  );
}
