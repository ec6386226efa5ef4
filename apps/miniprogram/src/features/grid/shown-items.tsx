import { View } from '@tarojs/components';
import { Button } from '@/ui/button';
import { Check } from '@/ui/choice';
import type { GridItem } from './pack-store';
import { keyOf } from './visit-form';

interface ShownItemsProps {
  items: readonly GridItem[];
  shown: readonly string[];
  onChange: (shown: string[]) => void;
  onRead: (item: GridItem) => void;
}

/** What was shown at the door; the text of each is a tap away. */
export function ShownItems({ items, shown, onChange, onRead }: ShownItemsProps) {
  if (items.length === 0) return null;
  return (
    <View className="field" role="group" aria-label="给看了什么">
      <View className="field-label">给看了什么</View>
      <View className="note">勾上的才算送到，打开过的就勾上了</View>
      {items.map(item => {
        const key = keyOf(item);
        const isShown = shown.includes(key);
        const read = () => {
          if (!isShown) onChange([...shown, key]);
          onRead(item);
        };
        return (
          <View key={key}>
            <Check
              label={item.title}
              checked={isShown}
              onChange={checked => onChange(checked ? [...shown, key] : shown.filter(other => other !== key))}
            />
            <Button look="plain" small icon="book" label={`打开给他看，${item.title}`} onPress={read}>
              打开给他看
            </Button>
          </View>
        );
      })}
    </View>
  );
}
