import { View } from '@tarojs/components';
import { useState } from 'react';
import { Card, Row } from '@/ui/card';
import { Icon, type IconName } from '@/ui/icon';
import { Sheet } from '@/ui/sheet';

const cases: { icon: IconName; who: string; what: string }[] = [
  {
    icon: 'phone',
    who: '没有微信的',
    what: '话由你代录，留一张便条，家里人能替他扫。没人扫的，答复来了排到你这里，去说给他听',
  },
  { icon: 'lock', who: '没有手机的', what: '代录意见、留言，号码可以不写。要信息的得有一个打得通的，写家里人的也行' },
  { icon: 'book', who: '看不了字的', what: '每一份都能「念给我听」。替他写下的，念一遍，他说对了再记' },
  { icon: 'speaker', who: '听不见的', what: '每一份都能「大字给他看」。替他写下的，也用大字给他看过再记' },
];

/** Whom the usual way does not reach, and what to do at their door. */
export function HardCases() {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Card className="mt3 tight">
        <Row
          icon="question"
          title="遇到不方便的人"
          detail="没微信、没手机、看不了字、听不见"
          onPress={() => setOpen(true)}
        />
      </Card>
      <Sheet open={isOpen} title="遇到不方便的人" onClose={() => setOpen(false)}>
        {cases.map(({ icon, who, what }) => (
          <View key={who} className="block-item mt3">
            <Icon name={icon} />
            <View className="grow">
              <View className="strong">{who}</View>
              <View>{what}</View>
            </View>
          </View>
        ))}
      </Sheet>
    </>
  );
}
