import { View } from '@tarojs/components';
import type { SurveyResult } from '@bandeng/contracts/types';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '@/ui/button';
import { List } from '@/ui/list';
import { Heading } from '@/ui/text';
import { surveyTexts } from './api';

type Question = SurveyResult['questions'][number];
type Option = Question['options'][number];

/** One question counted: a bar for each option with its number, and the words that may be read. */
export function ResultCard({ surveyId, question, number }: { surveyId: string; question: Question; number: number }) {
  const { title, answered, options, average, groups, groupNote, publicTexts } = question;
  const [isOpen, setOpen] = useState(false);
  return (
    <View className="card mt3">
      <Heading level={2} className="lead">{`${number}. ${title}`}</Heading>
      <View className="note">
        {answered} 人回答{average !== null && `，平均 ${average} 分`}
      </View>
      <Shares options={options} />
      {groups && (
        <Button look="plain" icon={isOpen ? 'up' : 'down'} onPress={() => setOpen(!isOpen)}>
          {isOpen ? '不分开看' : '分开看'}
        </Button>
      )}
      {isOpen &&
        groups?.map(group => (
          <View key={group.label} className="ruled">
            <View className="strong">
              {group.label}，{group.answered} 人
            </View>
            <Shares options={group.options} />
          </View>
        ))}
      {groupNote && <View className="note mt2">{groupNote}</View>}
      {publicTexts > 0 && <Words surveyId={surveyId} questionId={question.id} count={publicTexts} />}
    </View>
  );
}

function Shares({ options }: { options: readonly Option[] }) {
  return (
    <View role="list">
      {options.map(({ id, label, count, share }) => (
        <View key={id} role="listitem" className="share">
          <View className="line between base wrap">
            <View>{label}</View>
            <View className="note">
              {count} 人，{share}%
            </View>
          </View>
          <View className="share-track">
            <View className="share-part" style={{ width: `${share}%` }} />
          </View>
        </View>
      ))}
    </View>
  );
}

function Words({ surveyId, questionId, count }: { surveyId: string; questionId: string; count: number }) {
  const [isOpen, setOpen] = useState(false);
  const query = useInfiniteQuery({ ...surveyTexts(surveyId, questionId), enabled: isOpen });
  if (!isOpen) {
    return (
      <Button look="plain" icon="comment" onPress={() => setOpen(true)}>
        {`看大家写的 ${count} 段`}
      </Button>
    );
  }
  return (
    <List query={query} label="大家写的" className="rows mt2" empty={{ title: '没有可以公开的' }}>
      {({ text }) => <View className="row-item pre-line">{text}</View>}
    </List>
  );
}
