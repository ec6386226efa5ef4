import { View } from '@tarojs/components';
import type { OwnObjection } from '@bandeng/contracts/types';
import { sayDate, sayWhen } from '@bandeng/rules';
import { now } from '@/lib/clock';
import { open } from '@/lib/navigation';
import { copy } from '@/lib/phone';
import { Button } from '@/ui/button';
import { Fact, Row, Section, Card } from '@/ui/card';
import { Tag } from '@/ui/tag';
import { toast } from '@/ui/toast';

const results = { upheld: '成立', partly: '部分成立', rejected: '不成立' } as const;

/** Where it stands, in a word. */
const objectionWord = ({ state, result }: OwnObjection): string => {
  if (result) return results[result];
  return state === 'received' ? '收到了' : '核查中';
};

/** How many of the receipt's letters are shown at either end. */
const ends = 8;

/** One of my objections: where it stands, who does what by when, or what became of it and why. */
export function OwnObjectionCard({ objection }: { objection: OwnObjection }) {
  const { notice, text, createdAt, dueOn, reason, settledAt, next, receipt } = objection;
  const { hash } = receipt;
  const copyAll = async () => {
    const done = await copy(JSON.stringify(receipt, null, 2));
    toast(done ? '整张回执复制好了' : '没复制成', done ? 'copy' : 'alert');
  };
  return (
    <Card className="mt3" label={`对「${notice.title}」的异议`}>
      <View className="line between wrap">
        <View className="strong grow">{notice.title}</View>
        <Tag tone={settledAt ? 'ok' : 'brand'} icon={settledAt ? 'check' : 'clock'}>
          {objectionWord(objection)}
        </Tag>
      </View>
      <View className="mt1 pre-line">{text}</View>
      {settledAt && reason && (
        <View className="block-quote mt2">
          <View className="min">结论：{objectionWord(objection)}</View>
          <View className="pre-line">{reason}</View>
        </View>
      )}
      <View className="mt2">
        <Fact name="提交" first>
          {sayWhen(createdAt, now())}
        </Fact>
        <Fact name={settledAt ? '有结论' : '最晚'}>
          {settledAt ? sayWhen(settledAt, now()) : sayDate(dueOn, now())}
        </Fact>
        <Fact name="回执">
          <View className="hash small">
            {hash.slice(0, ends)} … {hash.slice(-ends)}
          </View>
        </Fact>
      </View>
      <View className="note mt1">{next}</View>
      <View className="line wrap mt2">
        <Button small icon="copy" onPress={() => void copyAll()}>
          复制回执
        </Button>
        <Button small icon="flag" onPress={() => void open('notice', { id: notice.id })}>
          看公示
        </Button>
      </View>
    </Card>
  );
}

/** On the page of a posting: what I objected to it. */
export function MineHere({ objections }: { objections: readonly OwnObjection[] }) {
  if (objections.length === 0) return null;
  return (
    <Section title="你提的异议">
      <Card className="tight rows">
        {objections.map(objection => (
          <Row
            key={objection.id}
            title={objection.text.slice(0, 40)}
            detail={objection.next}
            value={<Tag tone={objection.settledAt ? 'ok' : 'brand'}>{objectionWord(objection)}</Tag>}
            onPress={() => void open('objections')}
          />
        ))}
      </Card>
    </Section>
  );
}
