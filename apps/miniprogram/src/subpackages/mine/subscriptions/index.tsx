import { useQuery } from '@tanstack/react-query';
import { domains } from '@/features/catalog/api';
import { ForKnown } from '@/features/identity/for-known';
import { useLogin } from '@/features/identity/use-login';
import { columns } from '@/features/notices/api';
import { CreditsCard } from '@/features/notifications/credits-card';
import { OtherSubscriptions, SubscriptionSwitches } from '@/features/notifications/subscription-switches';
import { open } from '@/lib/navigation';
import { usePreferences } from '@/lib/preferences';
import { Card, Row, Section } from '@/ui/card';
import { Page } from '@/ui/page';
import { Loaded } from '@/ui/states';
import { Heading } from '@/ui/text';

const reason = '登录后才好告诉你';

/** What one is told of, and by what. */
export default function SubscriptionsPage() {
  const login = useLogin(reason);
  return (
    <Page title="订阅" overlay={login.sheet}>
      <Heading level={1}>有新的，告诉你</Heading>
      <ForKnown reason={reason} ensureLogin={login.ensure}>
        <Offers />
      </ForKnown>
    </Page>
  );
}

function Offers() {
  const { area } = usePreferences();
  const columnList = useQuery(columns());
  const domainList = useQuery(domains());
  const areas = area ? [{ kind: 'area' as const, ...area }] : [];
  return (
    <>
      {areas.length > 0 ? (
        <SubscriptionSwitches title="我的社区" offers={areas} />
      ) : (
        <Card className="tight mt3">
          <Row icon="pin" title="先选我的社区" detail="选了就能订社区里的事" onPress={() => void open('areas')} />
        </Card>
      )}
      <Loaded query={columnList}>
        {columnRows => (
          <Loaded query={domainList}>
            {domainRows => {
              // A column brings what is in those below it.
              const top = columnRows.filter(column => column.parentId === null);
              const byColumn = top.map(({ id, name }) => ({ kind: 'column' as const, id, name }));
              const byDomain = domainRows.map(({ id, name }) => ({ kind: 'domain' as const, id, name }));
              return (
                <>
                  <OtherSubscriptions offered={[...areas, ...byColumn, ...byDomain]} />
                  <SubscriptionSwitches title="栏目" offers={byColumn} />
                  <SubscriptionSwitches title="领域" offers={byDomain} />
                </>
              );
            }}
          </Loaded>
        )}
      </Loaded>
      <Section title="微信消息">
        <CreditsCard />
      </Section>
    </>
  );
}
