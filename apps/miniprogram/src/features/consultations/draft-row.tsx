import { Text, View } from '@tarojs/components';
import { Icon } from '@/ui/icon';
import { Press } from '@/ui/press';

interface DraftRowProps {
  /** Left out where the row is the whole of its card: a clause. */
  label?: string;
  /** Empty where the draft says nothing. */
  value: string;
  /** What it said before, when that was something else. */
  before?: string | null;
  isChanged: boolean;
  commentCount: number;
  isOpen: boolean;
  onPress: () => void;
}

/** One line of a draft: the whole row is the target (UI.md 8). */
export function DraftRow({ label, value, before, isChanged, commentCount, isOpen, onPress }: DraftRowProps) {
  const old = isChanged && before && before !== value ? before : undefined;
  return (
    <Press className={`draft-row ${isChanged ? 'changed' : ''}`} onPress={onPress}>
      {label !== undefined && <View className="draft-label">{label}</View>}
      <View className="draft-value">
        {old && <Text className="sr">原来写的：</Text>}
        {old && <View className="draft-old">{old}</View>}
        {old && <Text className="sr">现在写的：</Text>}
        {value === '' ? <View className="note">没写</View> : <View className={isChanged ? 'strong' : ''}>{value}</View>}
      </View>
      <SayCount isOpen={isOpen} count={commentCount} />
    </Press>
  );
}

/** 提意见 while the window is open, 看意见 after it, and how many there are. */
export function SayCount({ isOpen, count }: { isOpen: boolean; count: number }) {
  const verb = isOpen ? '提意见' : '看意见';
  return (
    <View className="draft-say">
      <Icon name="comment" size="s" className="brand" />
      <Text className="sr">{count > 0 ? `${verb}，已有` : verb}</Text>
      <Text className="draft-count">{count > 0 ? count : ''}</Text>
      {count > 0 && <Text className="sr">条</Text>}
    </View>
  );
}
