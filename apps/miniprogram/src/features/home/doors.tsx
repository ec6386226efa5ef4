import { Text, View } from '@tarojs/components';
import { open } from '@/lib/navigation';
import type { PageName } from '@/routes';
import { Icon } from '@/ui/icon';
import type { IconName } from '@/ui/icon';
import { Press } from '@/ui/press';

interface Door {
  page: PageName;
  text: string;
  icon: IconName;
}

/** Where one goes in. 问一问 leads to people who can be asked: on the phone, or in person. */
export const doors: readonly Door[] = [
  { page: 'public', text: '看公开', icon: 'book' },
  { page: 'participation', text: '提意见', icon: 'comment' },
  { page: 'requestForm', text: '要信息', icon: 'request' },
  { page: 'help', text: '问一问', icon: 'question' },
];

export function Doors() {
  return (
    <View className="doors" role="navigation" aria-label="四个入口">
      {doors.map(({ page, text, icon }) => (
        <Press key={page} role="link" className="door" onPress={() => void open(page)}>
          <Icon name={icon} size="l" className="brand" />
          <Text>{text}</Text>
        </Press>
      ))}
    </View>
  );
}
