import { Text, View } from '@tarojs/components';
import { useEffect, useRef, useState } from 'react';
import { canRead, noVoice, read, readingMinutes } from '../lib/speech';
import type { Reading } from '../lib/speech';
import { Icon } from './icon';
import { Press } from './press';
import { toast } from './toast';

const rates = [1, 1.25, 0.8] as const;

const rateText = (rate: number) => `${rate.toFixed(rate === 1.25 ? 2 : 1)} 倍`;

/** 念给我听; not there where nothing can speak. Leaving the page stops it. */
export function Listen({ text }: { text: string }) {
  const [rate, setRate] = useState<number>(1);
  const [isReading, setReading] = useState(false);
  const voice = useRef<Reading>();
  useEffect(() => () => voice.current?.stop(), []);
  if (!canRead() || text === '') return null;
  const onEnd = (isFailed: boolean) => {
    setReading(false);
    if (isFailed) toast(noVoice, 'alert');
  };
  const start = (speed: number) => {
    voice.current = read(text, onEnd, speed);
    setReading(voice.current !== undefined);
  };
  const changeRate = () => {
    const next = rates[(rates.indexOf(rate as 1) + 1) % rates.length] ?? 1;
    setRate(next);
    if (isReading) {
      voice.current?.stop();
      start(next);
    }
  };
  return (
    <View className="listen mt2">
      <Press className="line grow" onPress={() => (isReading ? voice.current?.stop() : start(rate))}>
        <View className="listen-mark">
          <Icon name={isReading ? 'stop' : 'play'} size="s" />
        </View>
        <View className="grow">
          <Text className="strong">{isReading ? '不念了' : '念给我听'}</Text>
          <Text className="note"> 约 {readingMinutes(text)} 分钟</Text>
        </View>
      </Press>
      <Press className="btn plain small" label={`${rateText(rate)}，念的快慢`} onPress={changeRate}>
        {rateText(rate)}
      </Press>
    </View>
  );
}
