import { ScrollView, Text, View } from '@tarojs/components';
import { Press } from './press';

interface Item<T extends string> {
  value: T;
  label: string;
  count?: number;
}

interface TabsProps<T extends string> {
  label: string;
  items: readonly Item<T>[];
  value: T;
  onChange: (value: T) => void;
}

const textOf = ({ label, count }: Item<string>) => (count === undefined ? label : `${label} ${count}`);

/** Parts of one page. */
export function Tabs<T extends string>({ label, items, value, onChange }: TabsProps<T>) {
  return (
    <View className="tabs" role="tablist" aria-label={label}>
      {items.map(item => (
        <Press
          key={item.value}
          role="tab"
          className={`tab ${item.value === value ? 'on' : ''}`}
          selected={item.value === value}
          onPress={() => onChange(item.value)}
        >
          <Text>{textOf(item)}</Text>
        </Press>
      ))}
    </View>
  );
}

interface ChipsProps<T extends string> extends TabsProps<T> {
  className?: string;
}

/** A filter: one of a few words, in a row that may run off the edge. */
export function Chips<T extends string>({ label, items, value, onChange, className = '' }: ChipsProps<T>) {
  return (
    <ScrollView scrollX enhanced showScrollbar={false} className={`chips ${className}`}>
      <View className="chips-in" role="radiogroup" aria-label={label}>
        {items.map(item => (
          <Press
            key={item.value}
            role="radio"
            className={`chip ${item.value === value ? 'on' : ''}`}
            checked={item.value === value}
            onPress={() => onChange(item.value)}
          >
            <Text className="chip-in">{textOf(item)}</Text>
          </Press>
        ))}
      </View>
    </ScrollView>
  );
}
