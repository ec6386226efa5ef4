import type { Message } from '@bandeng/contracts/types';
import { now } from '@/lib/clock';
import { open } from '@/lib/navigation';
import { sayWhen } from '@bandeng/rules';
import { Row } from '@/ui/card';
import { Tag } from '@/ui/tag';
import { Facts } from '@/ui/text';

/** One message of the inbox; what was not read yet says so in a word. */
export function MessageRow({ message }: { message: Message }) {
  return (
    <Row
      title={message.title}
      detail={
        <Facts className="">
          {message.body}
          {sayWhen(message.createdAt, now())}
        </Facts>
      }
      value={message.readAt === null ? <Tag tone="brand">没看过</Tag> : undefined}
      onPress={() => void open('message', { id: message.id })}
    />
  );
}
