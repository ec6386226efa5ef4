import { View } from '@tarojs/components';
import { useDrafts } from '@/lib/drafts';
import { Button } from '@/ui/button';
import { draftPrefix } from './comment-draft';
import type { CommentDraft } from './comment-draft';
import { wholeDraft } from '@/lib/place';
import type { Place } from '@/lib/place';

/** The bar of an open consultation: what is half written comes before anything new (mock 06). */
export function SayBar({ consultationId, onSay }: { consultationId: string; onSay: (place: Place) => void }) {
  const drafts = useDrafts(draftPrefix(consultationId));
  const latest = drafts[0]?.value as CommentDraft | undefined;
  if (!latest) {
    return (
      <Button look="filled" wide icon="pencil" onPress={() => onSay(wholeDraft)}>
        对整个草案说一句
      </Button>
    );
  }
  return (
    <>
      <View className="grow note">
        <View className="strong ink2">{drafts.length} 条写了一半</View>
        <View>存在这部手机里</View>
      </View>
      <Button look="filled" icon="pencil" onPress={() => onSay(latest.place)}>
        接着写
      </Button>
    </>
  );
}
