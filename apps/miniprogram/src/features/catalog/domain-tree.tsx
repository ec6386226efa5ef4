import { Text, View } from '@tarojs/components';
import type { EntrySummary } from '@bandeng/contracts/types';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { open } from '@/lib/navigation';
import { Icon } from '@/ui/icon';
import { Press } from '@/ui/press';
import { Empty, Loaded } from '@/ui/states';
import { entriesOfDomain } from './api';
import type { Level, Stage } from './api';
import { groupEntries } from './words';
import type { EntryGroup } from './words';

interface DomainTreeProps {
  domain: { id: string; name: string };
  level?: Level;
  stage?: Stage;
}

/** Leaves shown under a group before 看全部. */
const shown = 6;

/** The entries of one domain, grouped; one group open at a time. */
export function DomainTree({ domain, level, stage }: DomainTreeProps) {
  const query = useQuery(entriesOfDomain(domain.id, level, stage));
  const [opened, setOpened] = useState<string>();
  return (
    <View className="domain-open" role="group" aria-label={`${domain.name}的事项`}>
      <Loaded query={query} lines={4}>
        {entries => {
          const groups = groupEntries(entries);
          if (groups.length === 0) return <Empty title="没有这样的事项" detail="换个级别或环节看看" />;
          return groups.map(group => (
            <Group
              key={group.name}
              group={group}
              domainId={domain.id}
              isOpen={opened === group.name || groups.length === 1}
              onToggle={() => setOpened(opened === group.name ? undefined : group.name)}
            />
          ));
        }}
      </Loaded>
    </View>
  );
}

interface GroupProps {
  group: EntryGroup;
  domainId: string;
  isOpen: boolean;
  onToggle: () => void;
}

function Group({ group, domainId, isOpen, onToggle }: GroupProps) {
  const { name, entries } = group;
  return (
    <View className="tree-group">
      <Press className="tree-row" expanded={isOpen} onPress={onToggle}>
        <Text className={`grow ${isOpen ? 'strong' : ''}`}>{name}</Text>
        <Text className="note nowrap">{entries.length} 项</Text>
        <Icon name={isOpen ? 'up' : 'down'} size="xs" />
      </Press>
      {isOpen && (
        <View className="tree-leaves">
          {entries.slice(0, shown).map(entry => (
            <EntryLine key={entry.id} entry={entry} />
          ))}
          {entries.length > shown && (
            <Press
              role="link"
              className="tree-row brand"
              onPress={() => void open('entries', { domain: domainId, group: name })}
            >
              <Text className="grow">看全部 {entries.length} 项</Text>
              <Icon name="right" size="xs" />
            </Press>
          )}
        </View>
      )}
    </View>
  );
}

/** One entry: its name, and how its publishing stands as an icon and a word. */
export function EntryLine({ entry }: { entry: EntrySummary }) {
  return (
    <Press role="link" className="tree-row" onPress={() => void open('entry', { id: entry.id })}>
      <Text className="grow">{entry.name}</Text>
      <EntryState entry={entry} />
    </Press>
  );
}

function EntryState({ entry }: { entry: EntrySummary }) {
  if (entry.overdue) {
    return (
      <View className="line note danger nowrap">
        <Icon name="alert" size="xs" />
        <Text>逾期</Text>
      </View>
    );
  }
  if (entry.noticeCount === 0) return <Text className="note nowrap">还没公开</Text>;
  return (
    <View className="line note ok nowrap">
      <Icon name="check" size="xs" />
      <Text>已公开</Text>
    </View>
  );
}
