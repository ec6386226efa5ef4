import { useQuery } from '@tanstack/react-query';
import { call } from '@/lib/phone';
import { readingAll } from '@/lib/reads';
import { Card, Row } from '@/ui/card';
import { Page } from '@/ui/page';
import { Loaded } from '@/ui/states';
import { Heading } from '@/ui/text';

/** Who takes information requests. */
export default function RequestFormPage() {
  const query = useQuery(readingAll('units.list', {}));
  return (
    <Page title="要信息">
      <Heading level={1}>向谁要？</Heading>
      <Loaded query={query}>
        {units => (
          <Card className="mt3 tight rows">
            {units
              .filter(unit => unit.takesRequests)
              .map(({ id, name, phone, address }) => (
                <Row
                  key={id}
                  title={name}
                  detail={[address, phone].filter(Boolean).join('，')}
                  {...(phone ? { onPress: () => call(phone) } : {})}
                />
              ))}
          </Card>
        )}
      </Loaded>
    </Page>
  );
}
