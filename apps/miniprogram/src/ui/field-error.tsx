import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Icon } from './icon';

/** What is wrong with what was filled in, under it. */
export const FieldError = ({ children }: { children: ReactNode }) => (
  <View className="field-error" role="alert">
    <Icon name="alert" size="s" />
    <Text>{children}</Text>
  </View>
);
