import { Text, View } from '@tarojs/components';
import type { EntryChange } from '@bandeng/contracts/types';

/** What an adopted comment changed in the next edition: old struck, new underlined, with signs and not by colour alone. */
export function AdoptedChange({ change }: { change: EntryChange }) {
  return (
    <>
      {change.fields.map(({ field, label, before, after }) => (
        <View key={field} className="diff mt2" role="group" aria-label={`${label}的改动`}>
          <View className="diff-name min">
            {change.name} {label}
          </View>
          {before && (
            <View className="diff-old">
              <Text className="sr">原来：</Text>
              <Text className="struck">{before}</Text>
            </View>
          )}
          {after && (
            <View className="diff-new">
              <Text className="sr">改成：</Text>
              <Text>{after}</Text>
            </View>
          )}
        </View>
      ))}
    </>
  );
}
