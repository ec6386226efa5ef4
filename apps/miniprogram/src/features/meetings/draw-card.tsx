import { View } from '@tarojs/components';
import { isDrawTrue } from '@bandeng/rules';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '@/ui/button';
import { Section } from '@/ui/card';
import { Loaded } from '@/ui/states';
import { NoticeBar } from '@/ui/tag';
import { draw } from './api';

interface Props {
  meetingId: string;
  /** Id of the own sign-up, where there is one. */
  mine: string | undefined;
}

/** The draw with all that it is made of, and computed again on this phone. */
export function DrawCard({ meetingId, mine }: Props) {
  const query = useQuery(draw(meetingId));
  const [isTrue, setTrue] = useState<boolean>();
  return (
    <Section title="抽签">
      <Loaded query={query} lines={4}>
        {({ seed, seedHash, quota, order }) => {
          const place = order.findIndex(({ id }) => id === mine) + 1;
          return (
            <View className="card">
              <View>
                {order.length} 人报名，前 {Math.min(quota, order.length)} 位参加，其余依次候补。
                {place > 0 && `你是第 ${place} 位。`}
              </View>
              <View className="min mt2">种子</View>
              <View className="hash small">{seed}</View>
              <View className="min mt1">报名时就公布的指纹（SHA-256）</View>
              <View className="hash small">{seedHash}</View>
              <View className="note mt2">
                把种子、换行、报名编号连起来算 SHA-256，小的排前面。种子的指纹报名时就公布了，谁也挑不了。
              </View>
              <View className="line wrap mt2">
                <Button small onPress={() => setTrue(isDrawTrue({ seed, seedHash, order: order.map(({ id }) => id) }))}>
                  在这部手机上再算一遍
                </Button>
              </View>
              {isTrue !== undefined && (
                <NoticeBar tone={isTrue ? 'brand' : 'danger'} icon={isTrue ? 'check' : 'alert'} className="mt2">
                  {isTrue ? '算得一样：种子没换，次序没动' : '算得不一样，请告诉我们'}
                </NoticeBar>
              )}
            </View>
          );
        }}
      </Loaded>
    </Section>
  );
}
