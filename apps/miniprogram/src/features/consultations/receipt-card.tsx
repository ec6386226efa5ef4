import { Text, View } from '@tarojs/components';
import type { Receipt } from '@bandeng/contracts/types';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { asApiError } from '@bandeng/contracts/api-error';
import { copy } from '@/lib/phone';
import { sayExactly } from '@bandeng/rules';
import { Button } from '@/ui/button';
import { Icon } from '@/ui/icon';
import { Press } from '@/ui/press';
import { Heading } from '@/ui/text';
import { toast } from '@/ui/toast';
import { receiptCheck } from './api';

const ends = 8;

const words = {
  comment: {
    title: '回执',
    proves: '谁拿它都能查：这句话没被改过',
    thing: '意见编号',
    received: '收到',
    found: '查到了，收下了这一条',
  },
  survey: {
    title: '回执',
    proves: '谁拿它都能查：这份答卷没被改过',
    thing: '答卷编号',
    received: '收到',
    found: '查到了，收下了这一份',
  },
  withdrawal: {
    title: '撤回的回执',
    proves: '谁拿它都能查：这条是撤回了的',
    thing: '意见编号',
    received: '撤回',
    found: '查到了，撤回了这一条',
  },
} as const;

interface ReceiptCardProps {
  receipt: Receipt;
  /** What it proves: that the words came in, or that they were taken back. */
  of?: keyof typeof words;
}

/** The receipt: first and last eight, copy, the whole on tap with everything its hash is made of (UI.md 12). */
export function ReceiptCard({ receipt, of = 'comment' }: ReceiptCardProps) {
  const { title, proves } = words[of];
  const [isOpen, setOpen] = useState(false);
  const { hash } = receipt;
  const [first, last] = [hash.slice(0, ends), hash.slice(-ends)];
  const copyAll = async () => {
    const done = await copy(JSON.stringify(receipt, null, 2));
    toast(done ? '整张回执复制好了' : '没复制成，点开后长按', done ? 'copy' : 'alert');
  };
  return (
    <View className="card mt3" role="group" aria-label={title}>
      <View className="line between wrap">
        <View>
          <Heading level={2} className="lead">
            <Text>{title} </Text>
            <Text className="min">SHA-256</Text>
          </Heading>
          <View className="hash" role="text" aria-label={`回执号，头八位 ${first}，尾八位 ${last}`}>
            {first} … {last}
          </View>
        </View>
        <Button icon="copy" onPress={() => void copyAll()}>
          复制
        </Button>
      </View>
      <Press className="receipt-how" expanded={isOpen} onPress={() => setOpen(!isOpen)}>
        <View className="grow note">{proves}</View>
        <Icon name={isOpen ? 'up' : 'right'} size="xs" />
      </Press>
      {isOpen && <Whole receipt={receipt} of={of} />}
    </View>
  );
}

function Whole({ receipt, of }: Required<ReceiptCardProps>) {
  const query = useQuery({ ...receiptCheck(receipt.hash), enabled: false });
  const parts = [
    ['回执号', receipt.hash],
    [words[of].thing, receipt.id],
    ['内容的指纹', receipt.bodySha256],
    [words[of].received, sayExactly(receipt.receivedAt)],
    ['随机数', receipt.nonce],
  ] as const;
  return (
    <View>
      {parts.map(([name, value]) => (
        <View key={name} className="mt1">
          <View className="min">{name}</View>
          <View className="hash small">{value}</View>
        </View>
      ))}
      <View className="note mt2">
        回执号由上面几样算出来，里面没有你写的话。除了你，没有人猜得到；谁拿着它，都能查到真有这一条。
      </View>
      <View className="line wrap mt2">
        <Button small icon="search" busy={query.isFetching} onPress={() => void query.refetch()}>
          查一查
        </Button>
        <View className="note grow" role="status">
          {query.isError
            ? asApiError(query.error).title
            : query.data && (query.data.known ? words[of].found : '没有查到，把回执号给我们看看')}
        </View>
      </View>
    </View>
  );
}
