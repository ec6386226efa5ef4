import { Text, View } from '@tarojs/components';
import type { Domain } from '@bandeng/contracts/types';
import { Fragment, useState } from 'react';
import { usePreferences } from '@/lib/preferences';
import { Press } from '@/ui/press';
import type { Level, Stage } from './api';
import { DomainTree } from './domain-tree';

interface DomainGridProps {
  domains: readonly Domain[];
  level?: Level;
  stage?: Stage;
}

/** Tiles a row: as the style sheet draws them (pages.scss), because the tree opens under the row of its tile. */
function useColumns(): number {
  const { elder, typeSize } = usePreferences();
  if (elder || typeSize === 'huge') return 1;
  return typeSize === 'large' ? 2 : 3;
}

/** The 26 domains; the tree of the opened one stands under its row. */
export function DomainGrid({ domains, level, stage }: DomainGridProps) {
  const perRow = useColumns();
  const [opened, setOpened] = useState<string>();
  const at = domains.findIndex(domain => domain.id === opened);
  const openDomain = domains[at];
  const treeAfter = at < 0 ? -1 : Math.min(domains.length - 1, at - (at % perRow) + perRow - 1);
  return (
    <View className="domains mt2">
      {domains.map((domain, index) => (
        <Fragment key={domain.id}>
          <Press
            className={`domain ${domain.id === opened ? 'on' : ''}`}
            expanded={domain.id === opened}
            onPress={() => setOpened(domain.id === opened ? undefined : domain.id)}
          >
            <View className="domain-name">{domain.name}</View>
            <View className="note domain-counts">
              <Text>{domain.entryCount} 项</Text>
              {domain.overdueCount > 0 && <Text className="danger unbroken">逾期 {domain.overdueCount}</Text>}
            </View>
          </Press>
          {index === treeAfter && openDomain && <DomainTree domain={openDomain} level={level} stage={stage} />}
        </Fragment>
      ))}
    </View>
  );
}
