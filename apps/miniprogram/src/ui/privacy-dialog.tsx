import { View } from '@tarojs/components';
import { agreeButtonId, answerPrivacy, openPrivacyContract, useIsAskingPrivacy } from '../lib/privacy';
import { Button } from './button';
import { Heading } from './text';

/** What WeChat demands before a call that touches personal data. Refusing goes on without it. */
export function PrivacyDialog() {
  if (!useIsAskingPrivacy()) return null;
  return (
    <View>
      <View className="scrim" aria-hidden="true" />
      <View className="dialog" role="alertdialog" aria-modal="true" aria-label="用到你的信息前，先问你">
        <Heading level={2}>用到你的信息前，先问你</Heading>
        <View className="mt2 ink2">接下来这一步要用到你的信息，只用来办这件事。不同意也能接着看公开的内容。</View>
        <Button look="plain" onPress={openPrivacyContract}>
          看隐私保护指引
        </Button>
        <View className="dialog-acts">
          <Button look="quiet" wide onPress={() => answerPrivacy(false)}>
            不同意
          </Button>
          <Button
            look="filled"
            wide
            id={agreeButtonId}
            openType="agreePrivacyAuthorization"
            onNativeResult={() => answerPrivacy(true)}
          >
            同意
          </Button>
        </View>
      </View>
    </View>
  );
}
