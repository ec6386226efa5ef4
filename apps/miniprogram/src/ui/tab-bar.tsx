import { Text, View } from '@tarojs/components';
import { open } from '../lib/navigation';
import { usePreferences } from '../lib/preferences';
import { Icon } from './icon';
import type { IconName } from './icon';
import { Press } from './press';

export type TabName = 'home' | 'public' | 'participation' | 'mine' | 'help';

const tabs: Record<TabName, { text: string; icon: IconName }> = {
  home: { text: '首页', icon: 'home' },
  public: { text: '公开', icon: 'book' },
  participation: { text: '参与', icon: 'bench' },
  mine: { text: '我的', icon: 'person' },
  help: { text: '找人帮', icon: 'phone' },
};

/** Few choices in elder mode (UI.md 18). */
const usual: readonly TabName[] = ['home', 'public', 'participation', 'mine'];
const elders: readonly TabName[] = ['home', 'help', 'mine'];

export function TabBar({ current }: { current: TabName }) {
  const { elder } = usePreferences();
  return (
    <View className="tabbar" role="navigation" aria-label="主导航">
      {(elder ? elders : usual).map(name => (
        <Press
          key={name}
          role="link"
          className={`tabbar-item ${name === current ? 'on' : ''}`}
          current={name === current}
          onPress={() => {
            if (name !== current) void open(name);
          }}
        >
          <Icon name={tabs[name].icon} />
          <Text>{tabs[name].text}</Text>
        </Press>
      ))}
    </View>
  );
}
