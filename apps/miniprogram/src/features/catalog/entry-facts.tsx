import { Text, View } from '@tarojs/components';
import type { EntryDetail } from '@bandeng/contracts/types';
import { useState } from 'react';
import { Card, Fact } from '@/ui/card';
import { Icon } from '@/ui/icon';
import { PhoneLine } from '@/ui/phone-line';
import { Press } from '@/ui/press';
import { Facts } from '@/ui/text';
import { channelWords, levelWords, modeWords } from './words';

const channelName = ({ channel, note }: Pick<EntryDetail['channels'][number], 'channel' | 'note'>) =>
  note ?? channelWords[channel];

const audienceOf = ({ audience, attribute }: EntryDetail) => {
  if (audience.kind === 'group') return audience.group ?? '特定的人';
  return attribute === 'active' ? '所有人，不用登录' : '谁都可以申请';
};

/** Many units of one kind read better as the catalog has them: 各街道办事处. */
const mostNamed = 3;

const publisherOf = ({ publishers, publisherText }: EntryDetail) =>
  publishers.length === 0 || publishers.length > mostNamed
    ? publisherText
    : publishers.map(unit => unit.name).join('、');

const howOf = ({ attribute, mode }: EntryDetail) =>
  attribute === 'withheld' ? '不公开' : mode.map(one => modeWords[one]).join('；');

/** The six questions an entry answers: what, who, when, to whom, where, on what basis (mock 05). */
export function EntryFacts({ entry, phone }: { entry: EntryDetail; phone: string | undefined }) {
  const onRequest = entry.content.filter(part => !part.required);
  const optional = entry.channels.filter(channel => !channel.required);
  return (
    <Card className="mt2 tight">
      <Fact name="公开什么" first>
        {entry.content
          .filter(part => part.required)
          .map(part => part.text)
          .join('、') || entry.name}
        {onRequest.length > 0 && (
          <View className="note">可以再公开：{onRequest.map(part => part.text).join('、')}</View>
        )}
      </Fact>
      <Fact name="谁公开">
        <Facts className="">
          {publisherOf(entry)}
          {entry.office ?? ''}
        </Facts>
      </Fact>
      <Fact name="何时公开">
        {entry.timeLimits.length > 0
          ? entry.timeLimits.map((limit, at) => (
              <View key={at}>
                {limit.part && <Text className="note">{limit.part}：</Text>}
                <Text>{limit.text}</Text>
              </View>
            ))
          : entry.timeLimitsText}
      </Fact>
      {entry.level.length > 0 && <Fact name="哪一级">{entry.level.map(level => levelWords[level]).join('、')}</Fact>}
      <Fact name="怎么公开">{howOf(entry)}</Fact>
      <Fact name="对谁">{audienceOf(entry)}</Fact>
      <Fact name="在哪里看">
        <View className="where">
          {entry.channels
            .filter(channel => channel.required)
            .map(({ channel, note }) => (
              <View key={channel} className="where-one">
                <Icon name="check" size="xs" className="brand" />
                <Text>{channelName({ channel, note })}</Text>
              </View>
            ))}
        </View>
        {optional.length > 0 && <View className="note">也可能在：{optional.map(channelName).join('、')}</View>}
      </Fact>
      <Basis basis={entry.basis} />
      {phone && (
        <Fact name="电话">
          <PhoneLine number={phone} />
        </Fact>
      )}
      {entry.supervisionPhone && (
        <Fact name="监督电话">
          <PhoneLine number={entry.supervisionPhone} />
        </Fact>
      )}
      {entry.ground && <Fact name="为什么不公开">{entry.ground}</Fact>}
    </Card>
  );
}

/** Laws are long: the first one stands here, the others on tap. */
function Basis({ basis }: { basis: readonly string[] }) {
  const [isOpen, setOpen] = useState(false);
  const [first, ...others] = basis;
  if (!first) return null;
  return (
    <Fact name="依据">
      {(isOpen ? basis : [first]).map(law => (
        <View key={law}>{law}</View>
      ))}
      {others.length > 0 && (
        <Press className="more" expanded={isOpen} onPress={() => setOpen(!isOpen)}>
          <Text>{isOpen ? '收起' : `一共 ${basis.length} 部`}</Text>
          <Icon name={isOpen ? 'up' : 'down'} size="xs" />
        </Press>
      )}
    </Fact>
  );
}
