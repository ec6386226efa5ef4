import { View } from '@tarojs/components';
import type { EnquiryAnswer, EnquiryDetail } from '@bandeng/contracts/types';
import { sayDate, sayWeekday, sayWhen } from '@bandeng/rules';
import { now } from '@/lib/clock';
import { openOwnFile } from '@/lib/files';
import { Blocks } from '@/ui/blocks';
import { Card, Row } from '@/ui/card';
import { Tag } from '@/ui/tag';
import { Facts } from '@/ui/text';
import { toast } from '@/ui/toast';

type Own = NonNullable<EnquiryDetail['own']>;

/** 下一步: who, a verb, 最晚 and the date, what is left (UI.md 11). */
export function NextStepCard({ enquiry, own }: { enquiry: EnquiryDetail; own: Own }) {
  const { who, what, dueOn, remaining } = own.nextStep;
  if (dueOn === null)
    return (
      <Card className="next-step mt3" label="下一步">
        <View className="h2">{enquiry.statusText}</View>
        <View className="mt1">{what}</View>
      </Card>
    );
  return (
    <Card className="next-step mt3" label="下一步">
      <View className="note">下一步，轮到{who}</View>
      <View className="h2">{what}</View>
      <View className="line base wrap mt1">
        <View>最晚</View>
        <View className="h2 brand">{sayDate(own.dueOn, now())}</View>
        <View className="note">
          {sayWeekday(own.dueOn)}答复{dueOn === own.dueOn && remaining ? `，${remaining}` : ''}
        </View>
      </View>
      <View className="note mt1">{own.clockText}</View>
    </Card>
  );
}

/** What was answered: how it ended first, then the words. */
export function AnswerCard({ answer, title = '答复' }: { answer: EnquiryAnswer; title?: string }) {
  const { outcome, outcomeText, plannedOn, text, unit, answeredAt } = answer;
  return (
    <Card className="mt3" label={title}>
      <View className="line between wrap">
        <View className="h2">{title}</View>
        <Tag tone={outcome === 'solved' ? 'ok' : 'brand'}>{outcomeText}</Tag>
      </View>
      {plannedOn && <View className="mt1">计划{sayDate(plannedOn, now())}办到</View>}
      <View className="mt1 pre-line">{text}</View>
      <Facts className="note mt1">
        {unit.name}
        {sayWhen(answeredAt, now())}
      </Facts>
    </Card>
  );
}

/** Pictures beside it: one's own are opened with a ticket, public ones are shown. */
export function Photos({ enquiry: { photos, own } }: { enquiry: EnquiryDetail }) {
  if (photos.length === 0) return null;
  if (!own) {
    const blocks = photos.map(({ id }, at) => ({ type: 'image' as const, fileId: id, alt: `照片 ${at + 1}` }));
    return <Blocks blocks={blocks} />;
  }
  const show = async (id: string, name: string) => {
    const said = await openOwnFile(id, name).catch(() => '照片没有打开，连上网络后再试');
    if (said !== undefined) toast(said, 'alert');
  };
  return (
    <Card className="mt3 tight rows" label="照片">
      {photos.map(({ id, name }, at) => (
        <Row key={id} icon="image" title={`照片 ${at + 1}`} onPress={() => void show(id, name)} />
      ))}
    </Card>
  );
}
