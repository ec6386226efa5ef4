import { Text, View } from '@tarojs/components';
import { create } from 'zustand';
import { Icon } from './icon';
import type { IconName } from './icon';

interface ToastState {
  text: string;
  icon: IconName;
  shown: number;
}

const useToastStore = create<ToastState>(() => ({ text: '', icon: 'check', shown: 0 }));

/** Long enough for slow readers: a second and a half, and a tenth more for each letter. */
const durationOf = (text: string) => 1_500 + 100 * text.length;

/** Says one thing that happened, and goes. What must be read stands on the page instead. */
export function toast(text: string, icon: IconName = 'check'): void {
  const shown = useToastStore.getState().shown + 1;
  useToastStore.setState({ text, icon, shown });
  setTimeout(() => {
    if (useToastStore.getState().shown === shown) useToastStore.setState({ text: '' });
  }, durationOf(text));
}

/** Part of every page. */
export function ToastHost() {
  const { text, icon } = useToastStore();
  return (
    <View className="toast" role="status" aria-live="polite">
      {text !== '' && (
        <View className="toast-in">
          <Icon name={icon} size="s" />
          <Text>{text}</Text>
        </View>
      )}
    </View>
  );
}
