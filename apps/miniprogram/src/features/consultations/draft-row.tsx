import { Text, View } from '@tarojs/components';
import { Icon } from '@/ui/icon';
import { Press } from '@/ui/press';

interface DraftRowProps {
  label: string;
  value: string;
  /** What it said before, when that was something else. */
  before?: string | null;
  isChanged: boolean;
  commentCount: number;
  /** 提意见 while the window is open, 看意见 after it. */
  verb: string;
  onPress: () => void;
}

/** One line of a draft: the whole row is the target (UI.md 8). */
export function DraftRow({ label, value, before, isChanged, commentCount, verb, onPress }: DraftRowProps) {
  const old = isChanged && before && before !== value ? before : undefined;
  const said = [`${label}，`, old ? `原来是${old}，改成` : '', value, '。', verb].join('');
  return (
    <Press
      className={`draft-row ${isChanged ? 'changed' : ''}`}
      label={commentCount > 0 ? `${said}，已有 ${commentCount} 条` : said}
      onPress={onPress}
    >
      <View className="draft-label">{label}</View>
      <View className="draft-value">
        {old && <View className="draft-old">{old}</View>}
        <View className={isChanged ? 'strong' : ''}>{value}</View>
      </View>
      <View className="draft-say">
        <Icon name="comment" size="s" className="brand" />
        <Text className="draft-count">{commentCount > 0 ? commentCount : ''}</Text>
      </View>
    </Press>
  );
}
