import { View } from '@tarojs/components';
import type { NoticeSummary } from '@bandeng/contracts/types';
import { useState } from 'react';
import { open } from '@/lib/navigation';
import { setPreferences } from '@/lib/preferences';
import { canRead, noVoice, read } from '@/lib/speech';
import type { Reading } from '@/lib/speech';
import { Button } from '@/ui/button';
import { Icon } from '@/ui/icon';
import { Press } from '@/ui/press';
import { toast } from '@/ui/toast';
import { doors } from './doors';
import { useMine } from './mine-line';

interface ElderHomeProps {
  notices: readonly NoticeSummary[];
  questions: number;
}

const textOf = (notices: readonly NoticeSummary[]) =>
  notices.map(({ title, unit, keyPoints }) => `${unit.name}公开：${title}。${keyPoints.join('。')}`).join('\n');

/** Five doors with one live line each (UI.md 18). 念给我听 is there only where something can speak. */
export function ElderHome({ notices, questions }: ElderHomeProps) {
  const mine = useMine();
  const lines: Record<string, string> = {
    public: notices.length > 0 ? `身边新的 ${notices.length} 条` : '区里公开了什么',
    participation: questions > 0 ? `${questions} 件事在问你` : '现在没有事在问你',
    requestForm: mine ? `${mine.text}${mine.state ?? ''}` : '没公开的，可以要',
    help: '打电话、当面问都行',
  };
  return (
    <View>
      <View className="five" role="navigation" aria-label="入口">
        {doors.map(({ page, text, icon }) => (
          <Press key={page} role="link" className="five-door" onPress={() => void open(page)}>
            <Icon name={icon} size="l" className="brand" />
            <View className="grow">
              <View className="five-name">{text}</View>
              <View className={page === 'participation' && questions > 0 ? 'wood strong' : ''}>{lines[page]}</View>
            </View>
          </Press>
        ))}
        {canRead() && notices.length > 0 && <ReadDoor notices={notices} />}
      </View>
      <View className="center mt3">
        <Button look="plain" onPress={() => setPreferences({ elder: false })}>
          换回普通版
        </Button>
      </View>
    </View>
  );
}

function ReadDoor({ notices }: { notices: readonly NoticeSummary[] }) {
  const [reading, setReading] = useState<Reading>();
  const onEnd = (isFailed: boolean) => {
    setReading(undefined);
    if (isFailed) toast(noVoice, 'alert');
  };
  const press = () => {
    if (reading) reading.stop();
    else setReading(read(textOf(notices), onEnd, 0.9));
  };
  return (
    <Press className="five-door filled" onPress={press}>
      <Icon name={reading ? 'stop' : 'speaker'} size="l" />
      <View className="grow">
        <View className="five-name">{reading ? '不念了' : '念给我听'}</View>
        <View>念新的 {notices.length} 条</View>
      </View>
    </Press>
  );
}
