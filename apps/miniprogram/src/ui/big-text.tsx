import { View } from '@tarojs/components';
import { Button } from './button';
import { useModalFocus } from './use-modal-focus';

interface BigTextProps {
  /** What it is, for who cannot see it. */
  label: string;
  text: string;
  onClose: () => void;
}

/** On the H5 a keyboard scrolls what it can stand on; WeChat has no such thing. */
const scrolledByKeys = { tabIndex: 0 } as object;

/** Words over the whole screen, for somebody who cannot hear them: the phone is turned round and held up. */
export function BigText({ label, text, onClose }: BigTextProps) {
  const panel = useModalFocus(true, onClose);
  return (
    <View ref={panel} className="big-text" role="dialog" aria-modal="true" aria-label={label}>
      <View className="big-text-body" {...scrolledByKeys}>
        {text}
      </View>
      <View className="sheet-foot">
        <Button look="filled" block onPress={onClose}>
          看好了
        </Button>
      </View>
    </View>
  );
}
