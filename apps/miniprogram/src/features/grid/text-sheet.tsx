import { View } from '@tarojs/components';
import { sayDate } from '@bandeng/rules';
import { useState } from 'react';
import { BigText } from '@/ui/big-text';
import { open } from '@/lib/navigation';
import { Button } from '@/ui/button';
import { Listen } from '@/ui/listen';
import { isEntry, type DraftItem } from '@/lib/place';
import { Blocks, plainText } from '@/ui/blocks';
import { Sheet } from '@/ui/sheet';
import { Empty } from '@/ui/states';
import { Heading } from '@/ui/text';
import { walkTime } from './contact';
import { PassOn } from './pass-on';
import { readText, type GridItem, type GridText } from './pack-store';

interface TextSheetProps {
  item: GridItem;
  onClose: () => void;
}

/** What is shown at the door: the text as it lies on the phone, to read in big type, to have read aloud, or to hold up. */
export function TextSheet({ item, onClose }: TextSheetProps) {
  const [isBig, setBig] = useState(false);
  const text = readText(item);
  const words = text === undefined ? '' : wordsIn(text);
  if (isBig) return <BigText label={item.title} text={words} onClose={() => setBig(false)} />;
  return (
    <Sheet open title={item.title} note={text && noteOf(text)} onClose={onClose}>
      {words !== '' && (
        <>
          <Listen text={words} />
          <View className="mt2">
            <Button block icon="elder" onPress={() => setBig(true)}>
              大字给他看
            </Button>
          </View>
        </>
      )}
      <TextBody text={text} />
      {text && text.kind !== 'gone' && <PassOn item={item} />}
      {text && text.kind !== 'gone' && (
        <View className="mt2">
          <Button block icon="plus" onPress={() => void open('gridPoster', { item: item.id })}>
            贴一张海报
          </Button>
        </View>
      )}
    </Sheet>
  );
}

/** All of it, as it is read aloud or held up; of one that is gone nothing. */
function wordsIn(text: GridText): string {
  if (text.kind === 'gone') return '';
  if (text.kind === 'notice') {
    const { title, keyPoints, body } = text.notice;
    return [title, ...keyPoints, plainText(body)].join('\n');
  }
  const { question, background } = text.consultation;
  return [question, plainText(background), ...text.items.map(wordsOf)].join('\n');
}

function noteOf(text: GridText): string | undefined {
  if (text.kind === 'notice') return text.notice.unit.name;
  if (text.kind === 'gone') return undefined;
  const { unit, closesOn } = text.consultation;
  return `${unit.name}，到${sayDate(closesOn, walkTime())}为止`;
}

function TextBody({ text }: { text: GridText | undefined }) {
  if (!text) return <Empty icon="file" title="正文不在手机里" detail="有网的时候重新下载走访包" />;
  if (text.kind === 'gone') return <Empty icon="forbidden" title="这一份撤下了" detail="不用再送，已经送到的不用管" />;
  if (text.kind === 'notice') {
    const { keyPoints, body } = text.notice;
    return (
      <>
        {keyPoints.map(point => (
          <View key={point} className="block-item mt1">
            <View className="block-bullet">•</View>
            <View className="grow strong">{point}</View>
          </View>
        ))}
        <View className="mt3">
          <Blocks blocks={body} />
        </View>
      </>
    );
  }
  const { items } = text;
  const { question, background } = text.consultation;
  return (
    <>
      <View className="strong mt2">{question}</View>
      <View className="mt2">
        <Blocks blocks={background} />
      </View>
      {items.map(item => (
        <View key={item.id} className="mt3">
          <Heading level={3}>{isEntry(item) ? item.name : item.label}</Heading>
          <View className="pre-line">{wordsOf(item)}</View>
        </View>
      ))}
    </>
  );
}

/** Of an entry what it changes; a clause as it stands. */
const wordsOf = (item: DraftItem): string =>
  isEntry(item)
    ? item.fields
        .filter(({ changed, value }) => changed && value !== '')
        .map(({ label, value }) => `${label}：${value}`)
        .join('\n')
    : item.text;
