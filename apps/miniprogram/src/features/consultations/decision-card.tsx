import { View } from '@tarojs/components';
import type { MajorDecision } from '@bandeng/contracts/types';
import { sayDate } from '@bandeng/rules';
import { now } from '@/lib/clock';
import { open } from '@/lib/navigation';
import { Row } from '@/ui/card';
import { Tag } from '@/ui/tag';
import { Facts, Heading } from '@/ui/text';

const tones = {
  planned: 'plain',
  asking: 'wood',
  asked: 'plain',
  answered: 'ok',
  decided: 'ok',
  dropped: 'plain',
} as const;

/** One item of the year's list: what, by whom, when, where it stands, and the way to say something about it. */
export function DecisionCard({ decision }: { decision: MajorDecision }) {
  const { position, title, unit, plannedFor, basis, state, stateText, consultations, conclusion } = decision;
  return (
    <View className="card draft-card">
      <View className="line between wrap">
        <Facts className="note">{[`第 ${position} 项`, unit.name]}</Facts>
        <Tag tone={tones[state]}>{stateText}</Tag>
      </View>
      <Heading level={2} className="lead mt1">
        {title}
      </Heading>
      <View className="note mt1">{`计划：${plannedFor}`}</View>
      <View className="note mt1">{`依据：${basis}`}</View>
      {consultations.map(({ id, question, state: step, outcomeAt }) => (
        <Row
          key={id}
          icon={step === 'answered' ? 'list' : 'comment'}
          title={question}
          detail={outcomeAt === null ? steps[step] : `${sayDate(outcomeAt, now())}公布了意见的下落`}
          onPress={() => void open(step === 'answered' ? 'outcome' : 'consultation', { id })}
        />
      ))}
      {conclusion && <View className="answer mt2">{`${sayDate(conclusion.on, now())}：${conclusion.text}`}</View>}
    </View>
  );
}

const steps = {
  draft: '',
  open: '正在问你，点进去说',
  closed: '征集结束了，等结果',
  answered: '意见有下落了',
} as const;
