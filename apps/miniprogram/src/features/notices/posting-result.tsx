import { View } from '@tarojs/components';
import type { Notice } from '@bandeng/contracts/types';
import { sayDate, sayWhen } from '@bandeng/rules';
import { now } from '@/lib/clock';
import { Card, Fact } from '@/ui/card';
import { Icon } from '@/ui/icon';
import { NoticeBar } from '@/ui/tag';
import { Heading } from '@/ui/text';

type Told = Pick<Notice, 'posting' | 'postingResult' | 'postingExtended' | 'unit'>;

/** What became of a posting: how many objections there were and their conclusions, without names; or who has the next step. */
export function PostingResult({ notice: { posting, postingResult, postingExtended, unit } }: { notice: Told }) {
  if (!posting) return null;
  const isOver = posting.day === null && posting.to < now().toISOString().slice(0, 10);
  return (
    <>
      {postingExtended && (
        <NoticeBar icon="clock" className="mt2">
          公示延长过：原来到{sayDate(postingExtended.before, now())}，现在到{sayDate(posting.to, now())}。
          {postingExtended.reason}
        </NoticeBar>
      )}
      {postingResult && <Result result={postingResult} />}
      {!postingResult && isOver && (
        <NoticeBar icon="info" className="mt2">
          公示期过了，不再收异议。{unit.name}把异议都核查完，会在这里公布结果。还有意见，可以打他们的电话。
        </NoticeBar>
      )}
    </>
  );
}

function Result({ result }: { result: NonNullable<Notice['postingResult']> }) {
  const { at, statement, received, upheld, partly, rejected } = result;
  const counts = [
    ['成立', upheld],
    ['部分成立', partly],
    ['不成立', rejected],
  ] as const;
  return (
    <Card className="mt3" label="公示结果">
      <View className="line">
        <Icon name="check" className="ok" />
        <Heading level={2} className="lead">
          公示结束了
        </Heading>
      </View>
      <View className="mt1 pre-line">{statement}</View>
      <View className="mt2">
        <Fact name="收到异议" first>
          {received === 0 ? '没有收到' : `${received} 件`}
        </Fact>
        {received > 0 &&
          counts.map(([name, count]) => (
            <Fact key={name} name={name}>
              {count} 件
            </Fact>
          ))}
      </View>
      <View className="note mt1">{sayWhen(at, now())}公布</View>
    </Card>
  );
}
