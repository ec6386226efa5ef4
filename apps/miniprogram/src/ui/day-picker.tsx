import { Picker, Text, View } from '@tarojs/components';
import { Icon } from './icon';

interface DayPickerProps {
  /** 另选一天 */
  label: string;
  /** YYYY-MM-DD; empty: none yet. */
  value: string;
  from: string;
  to: string;
  onChange: (day: string) => void;
}

/** A day that no chip names, by the phone's own calendar. */
export function DayPicker({ label, value, from, to, onChange }: DayPickerProps) {
  return (
    <Picker
      mode="date"
      {...{ value, start: from, end: to }}
      aria-label={label}
      onChange={({ detail }) => detail.value !== '' && onChange(detail.value)}
    >
      <View className="btn line-btn mt2">
        <Icon name="clock" size="s" />
        <Text>{label}</Text>
      </View>
    </Picker>
  );
}
