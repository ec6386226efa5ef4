import { useQuery } from '@tanstack/react-query';
import { sayDate } from '@bandeng/rules';
import { now } from '@/lib/clock';
import { open } from '@/lib/navigation';
import { Card, Row } from '@/ui/card';
import { Heading } from '@/ui/text';
import { requestLetters } from './api';

/** The letters that came with this request; the unread ones say so. */
export function LettersCard({ id }: { id: string }) {
  const { data } = useQuery(requestLetters(id));
  if (!data || data.items.length === 0) return null;
  return (
    <Card className="mt2" label="送达给你的文书">
      <Heading level={2}>送达给你的文书</Heading>
      {data.items.map(letter => (
        <Row
          key={letter.id}
          icon="file"
          title={letter.title}
          detail={[letter.number, `${sayDate(letter.deliveredOn, now())}送达`].filter(Boolean).join('，')}
          value={letter.firstReadAt === null ? '没读' : undefined}
          onPress={() => void open('letter', { id: letter.id })}
        />
      ))}
    </Card>
  );
}
