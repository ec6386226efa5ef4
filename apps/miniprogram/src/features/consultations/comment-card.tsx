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
  const { author, createdAt, channel, persons, targetLabel, body, proposedText, answer } = comment;
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
      {proposedText !== null && (
        <View className="mt1">
          <Text className="note">想改成 </Text>
          <Text className="strong">{proposedText}</Text>
        </View>
      )}
      {body !== proposedText && <View className="mt1 pre-line">{body}</View>}
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
