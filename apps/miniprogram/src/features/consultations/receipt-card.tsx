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

/** The receipt: first and last eight, copy, the whole on tap with everything its hash is made of (UI.md 12). */
export function ReceiptCard({ receipt }: { receipt: Receipt }) {
  const [isOpen, setOpen] = useState(false);
  const { hash } = receipt;
  const [first, last] = [hash.slice(0, ends), hash.slice(-ends)];
  const copyAll = async () => {
    const done = await copy(JSON.stringify(receipt, null, 2));
    toast(done ? '整张回执复制好了' : '没复制成，点开后长按', done ? 'copy' : 'alert');
  };
  return (
    <View className="card mt3" role="group" aria-label="回执">
      <View className="line between wrap">
        <View>
          <Heading level={2} className="lead">
            <Text>回执 </Text>
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
        <View className="grow note">谁拿它都能查：这句话没被改过</View>
        <Icon name={isOpen ? 'up' : 'right'} size="xs" />
      </Press>
      {isOpen && <Whole receipt={receipt} />}
    </View>
  );
}

function Whole({ receipt }: { receipt: Receipt }) {
  const query = useQuery({ ...receiptCheck(receipt.hash), enabled: false });
  const parts = [
    ['回执号', receipt.hash],
    ['意见编号', receipt.id],
    ['内容的指纹', receipt.bodySha256],
    ['收到', sayExactly(receipt.receivedAt)],
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
        回执号由上面几样算出来，里面没有你写的话。除了你，没有人猜得到；谁拿着它，都能查到有没有收到。
      </View>
      <View className="line wrap mt2">
        <Button small icon="search" busy={query.isFetching} onPress={() => void query.refetch()}>
          查一查
        </Button>
        <View className="note grow" role="status">
          {query.isError
            ? asApiError(query.error).title
            : query.data && (query.data.known ? '查到了，收下了这一条' : '没有查到，把回执号给我们看看')}
        </View>
      </View>
    </View>
  );
}
