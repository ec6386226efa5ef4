import { View } from '@tarojs/components';
import type { RouteAnswer } from '@bandeng/contracts/types';
import { sayExactly } from '@bandeng/rules';
import { open } from '@/lib/navigation';
import { Press } from '@/ui/press';
import { Facts, Heading } from '@/ui/text';
import { kindWords, stageWords } from './words';

/** A meeting in a list: what it is about, when and where, whether one can still sign up. */
export function MeetingCard({ meeting }: { meeting: RouteAnswer<'meetings.list'>['items'][number] }) {
  const { id, title, kind, unit, place, startsAt } = meeting;
  return (
    <Press role="link" className="card cons-card" onPress={() => void open('meeting', { id })}>
      <Heading level={2}>{title}</Heading>
      <Facts>
        {kindWords[kind]}
        {unit.name}
      </Facts>
      <Facts>
        {sayExactly(startsAt)}
        {place}
      </Facts>
      <View className="strong wood mt2">{stageWords(meeting)}</View>
    </Press>
  );
}
