import { View } from '@tarojs/components';
import { useQuery } from '@tanstack/react-query';
import { entriesOfDomain } from '@/features/catalog/api';
import { EntryLine } from '@/features/catalog/domain-tree';
import { usePageParams } from '@/lib/page-params';
import { Card } from '@/ui/card';
import { Page } from '@/ui/page';
import { Empty, Loaded } from '@/ui/states';
import { Heading } from '@/ui/text';

/** All entries of one group of a domain. */
export default function EntriesPage() {
  const { domain = '', group } = usePageParams();
  const query = useQuery(entriesOfDomain(domain));
  return (
    <Page title="事项">
      <Loaded query={query} lines={9}>
        {entries => {
          const inGroup = entries.filter(entry => group === undefined || (entry.path[0] ?? entry.name) === group);
          return (
            <>
              <Heading level={1}>{group ?? inGroup[0]?.domain.name ?? '事项'}</Heading>
              {inGroup.length === 0 ? (
                <Empty title="没有这样的事项" detail="回到「公开」再找找" />
              ) : (
                <Card className="mt3 tight rows">
                  {inGroup.map(entry => (
                    <View key={entry.id} className="row-wrap">
                      <EntryLine entry={entry} />
                    </View>
                  ))}
                </Card>
              )}
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}
