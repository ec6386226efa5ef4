import { ROSTER_POST_LABELS } from '@bandeng/contracts/routes';
import { useQuery } from '@tanstack/react-query';
import { Card, Fact } from '@/ui/card';
import { PhoneLine } from '@/ui/phone-line';
import { unit } from './api';

/** Who is in charge there today and may be spoken to; nothing where nobody is named. */
export function UnitContacts({ unitId }: { unitId: string }) {
  const { data } = useQuery(unit(unitId));
  if (!data || data.contacts.length === 0) return null;
  return (
    <Card className="mt2 tight" label="谁负责">
      {data.contacts.map(({ post, name, duty, phone }, at) => (
        <Fact key={`${post}-${name}`} name={ROSTER_POST_LABELS[post]} first={at === 0}>
          {[name, duty].filter(Boolean).join('，')}
          {phone !== null && <PhoneLine number={phone} />}
        </Fact>
      ))}
    </Card>
  );
}
