import { Text, View } from '@tarojs/components';
import { call } from '../lib/phone';
import { Button } from './button';

/** A number that can be read off, and a button that dials it. */
export function PhoneLine({ number }: { number: string }) {
  return (
    <View className="line between wrap">
      <Text className="unbroken">{number}</Text>
      <Button small icon="phone" label={`打电话 ${number}`} onPress={() => call(number)}>
        打电话
      </Button>
    </View>
  );
}
