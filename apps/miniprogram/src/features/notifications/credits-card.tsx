import { View } from '@tarojs/components';
import { isWeapp } from '@/lib/env';
import { Button } from '@/ui/button';
import type { Template } from './api';
import { useTellMe } from './use-tell-me';
import { templateWords } from './words';

const templates = Object.keys(templateWords) as Template[];

/** How WeChat's messages are counted, and how many are left of each kind. */
export function CreditsCard() {
  return (
    <View className="card tight rows">
      {templates.map(template => (
        <Credit key={template} template={template} />
      ))}
      <View className="row-wrap note">
        微信规定：你点一次「同意」，我们才能用微信发一条。用完了不会打扰你，消息照样在「我的」里。
      </View>
    </View>
  );
}

function Credit({ template }: { template: Template }) {
  const { tellMe, credits } = useTellMe(template);
  return (
    <View className="row-item">
      <View className="grow">
        <View className="row-title">{templateWords[template]}</View>
        <View className="note">{credits > 0 ? `微信还能发 ${credits} 条` : '微信一条也不发'}</View>
      </View>
      {isWeapp && (
        <Button small label={`${templateWords[template]}，再收一条微信`} onPress={() => void tellMe()}>
          再收一条
        </Button>
      )}
    </View>
  );
}
