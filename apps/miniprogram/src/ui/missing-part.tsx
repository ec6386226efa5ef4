import { View } from '@tarojs/components';
import type { WhyMissing } from '../lib/missing-part';
import { themeClasses, usePreferences } from '../lib/preferences';
import { pageUrl } from '../lib/navigation';
import { Button } from './button';
import { Icon } from './icon';
import { Heading } from './text';

const words = {
  gone: { icon: 'alert', title: '这一页没有取到', detail: '可能正在换新版本，过一会儿再试。' },
  offline: { icon: 'offline', title: '这一页还没存到手机里', detail: '连上网再打开。读过的公开信息，没有网也能看。' },
} as const;

/** Instead of the pages, on the H5: a part of the app itself could not be loaded. Every way out loads it anew. */
export function MissingPart({ why }: { why: WhyMissing }) {
  const { icon, title, detail } = words[why];
  const goHome = () => {
    location.hash = pageUrl('home');
    location.reload();
  };
  return (
    <View className={`${themeClasses(usePreferences())} missing-part`}>
      <View className="state" role="alert">
        <Icon name={icon} size="l" />
        <Heading level={1}>{title}</Heading>
        <View className="note">{detail}写下的内容还在这部手机里。</View>
        <Button look="filled" onPress={() => location.reload()}>
          再试一次
        </Button>
        <Button icon="home" onPress={goHome}>
          回首页
        </Button>
      </View>
    </View>
  );
}
