import { Text, View } from '@tarojs/components';
import type { PublicComment } from '@bandeng/contracts/types';
import type { ReactNode } from 'react';
import { now } from '@/lib/clock';
import { sayWhen } from '@bandeng/rules';
import { Tag } from '@/ui/tag';
import { Facts } from '@/ui/text';
import { channelWords } from './words';

interface CommentCardProps {
  comment: PublicComment;
  /** Whose words they are when they are mine: nothing is said of the author then. */
  isMine?: boolean;
  /** What can be done with it. */
  foot?: ReactNode;
  children?: ReactNode;
}

/** One comment: who, when, of what, the words, and the answer once it is there. */
export function CommentCard({ comment, isMine, foot, children }: CommentCardProps) {
  const { author, createdAt, channel, persons, targetLabel, body, proposedText, former, draftVersion, answer } =
    comment;
  const { carriedIn } = comment;
  const from = channelWords[channel];
  return (
    <View className="comment">
      <View className="line between wrap">
        <Facts>
          {isMine ? '' : author}
          {sayWhen(createdAt, now())}
        </Facts>
        <View className="line">
          {persons > 1 && <Tag>{persons} 人联名</Tag>}
          {from && <Tag>{from}</Tag>}
        </View>
      </View>
      <View className="note wood">{targetLabel}</View>
      {former && <Former former={former} version={draftVersion} />}
      {proposedText !== null && (
        <View className="mt1">
          <Text className="note">想改成 </Text>
          <Text className="strong">{proposedText}</Text>
        </View>
      )}
      {body !== proposedText && <View className="mt1 pre-line">{body}</View>}
      {carriedIn !== null && (
        <View className="mt1">
          <Tag tone="ok">{`写进了第 ${carriedIn} 稿`}</Tag>
        </View>
      )}
      {children}
      {answer && (
        <View className="answer mt2">
          <Tag tone={answer.result === 'adopted' || answer.result === 'partly' ? 'ok' : 'plain'}>
            {answer.resultLabel}
          </Tag>
          <View className="mt1">
            <Text className="strong">{answer.unit.name}：</Text>
            <Text>{answer.reason}</Text>
          </View>
        </View>
      )}
      {foot}
    </View>
  );
}

/** The words it speaks of are not there any more: which draft they were in, and what they were. */
function Former({
  former: { change, text },
  version,
}: {
  former: NonNullable<PublicComment['former']>;
  version: number;
}) {
  return (
    <View className="mt1">
      <Tag tone="wood">{`针对第 ${version} 稿`}</Tag>
      <View className="note mt1">
        {change === 'removed' ? '这一处后来删掉了' : text === null ? '草案后来改过' : '这一处后来改了'}
        {text === null ? '' : '，当时写的是：'}
      </View>
      {text !== null && <View className="draft-old pre-line">{text === '' ? '没写' : text}</View>}
    </View>
  );
}
