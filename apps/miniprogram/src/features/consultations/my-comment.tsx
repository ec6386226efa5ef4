import { View } from '@tarojs/components';
import type { OwnComment } from '@bandeng/contracts/types';
import { open } from '@/lib/navigation';
import { Icon } from '@/ui/icon';
import { Press } from '@/ui/press';
import { Tag } from '@/ui/tag';
import { CommentCard } from './comment-card';

const states = {
  shown: { word: '公开了', tone: 'ok' },
  waiting: { word: '收到了', tone: 'brand' },
  kept_back: { word: '没公开', tone: 'wood' },
  withdrawn: { word: '撤回了', tone: 'plain' },
} as const;

/** One of my comments in a list: the question, my words, where it stands; the receipt is a tap away. */
export function MyComment({ comment }: { comment: OwnComment }) {
  const { word, tone } = states[comment.state];
  return (
    <Press role="link" onPress={() => void open('receipt', { id: comment.id, consultation: comment.consultationId })}>
      <View className="line mt2">
        <View className="strong grow">{comment.question}</View>
        <Tag tone={tone}>{comment.answer ? comment.answer.resultLabel : word}</Tag>
        <Icon name="right" size="xs" />
      </View>
      <CommentCard comment={comment} isMine>
        {!comment.answer && <View className="note mt1">{comment.stateText}</View>}
      </CommentCard>
    </Press>
  );
}
