import { View } from '@tarojs/components';
import { appVersion } from '@/lib/env';
import { open } from '@/lib/navigation';
import { Card, Row } from '@/ui/card';
import { Page } from '@/ui/page';
import { Heading } from '@/ui/text';

/** What this is, and whom to tell when something is wrong with it. */
export default function AboutPage() {
  return (
    <Page title="关于板凳">
      <Heading level={1}>坐下来，说一说</Heading>
      <Card className="mt3">
        <View>政府公开了什么、正在问什么、答复了什么，都在这里。看公开的不用登录，说的每一句都有下落。</View>
        <View className="mt2">名字来自「板凳会」：街坊搬出板凳坐一圈，把事情谈一谈。</View>
      </Card>
      <Card className="mt3 tight rows">
        <Row title="版本" value={appVersion} />
        <Row title="开源" detail="程序全部公开，木兰宽松许可证第 2 版" />
        <Row icon="phone" title="哪里用不了，告诉我们" onPress={() => void open('help')} />
        <Row icon="book" title="公开指南" onPress={() => void open('guides', { kind: 'guide' })} />
      </Card>
    </Page>
  );
}
