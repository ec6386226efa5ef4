import { View } from '@tarojs/components';
import type { Asked } from '@bandeng/contracts/types';
import { sayDate } from '@bandeng/rules';
import { useState } from 'react';
import { walkTime } from '@/features/grid/contact';
import { useAsked } from '@/features/grid/use-asked';
import { behalfWords, tellWords } from '@/features/grid/words';
import { WorkPage } from '../work-page';
import { Card, Row } from '@/ui/card';
import { Listen } from '@/ui/listen';
import { Sheet } from '@/ui/sheet';
import { Empty } from '@/ui/states';

/** What people asked at their doors and what became of it, as it lay on the server when the pack was made. */
export default function AskedPage() {
  const { asked, whereOf } = useAsked();
  const [shown, setShown] = useState<Asked>();
  return (
    <WorkPage
      title="大家问了什么"
      overlay={shown && <AskedSheet asked={shown} where={whereOf(shown)} onClose={() => setShown(undefined)} />}
    >
      {asked.length === 0 ? (
        <Empty icon="comment" title="走访包里还没有" detail="你代录、转交的，送到以后，下载走访包就看得到办得怎样了" />
      ) : (
        <Card className="mt3 tight rows">
          {asked.map(one => (
            <Row
              key={one.id}
              title={one.title}
              detail={`${behalfWords[one.kind]}，${whereOf(one)}，${sayDate(one.on, walkTime())}。${one.stateText}`}
              onPress={() => setShown(one)}
            />
          ))}
        </Card>
      )}
    </WorkPage>
  );
}

function AskedSheet({ asked, where, onClose }: { asked: Asked; where: string; onClose: () => void }) {
  const { title, words, stateText, answer, told, on } = asked;
  return (
    <Sheet open title={title} note={`${where}，${sayDate(on, walkTime())}`} onClose={onClose}>
      <View className="strong mt2">{stateText}</View>
      {answer !== null && (
        <View className="block-quote mt3">
          <View className="min wood">答复</View>
          <View className="pre-line">{answer}</View>
          <Listen text={answer} />
        </View>
      )}
      {words !== null && (
        <View className="block-quote mt3">
          <View className="min wood">当时记的</View>
          <View className="pre-line">{words}</View>
        </View>
      )}
      {told && (
        <View className="note mt2">
          {sayDate(told.on, walkTime())}
          {tellWords[told.how]}
        </View>
      )}
    </Sheet>
  );
}
