import { View } from '@tarojs/components';
import { useQuery } from '@tanstack/react-query';
import type { RouteAnswer } from '@bandeng/contracts/types';
import { formatChineseDate, sayDate, sayWhen, verificationText } from '@bandeng/rules';
import { openedLetter } from '@/features/information-requests/api';
import { OwnFile } from '@/features/information-requests/own-file';
import { now } from '@/lib/clock';
import { open } from '@/lib/navigation';
import { usePageParams } from '@/lib/page-params';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Page } from '@/ui/page';
import { Loaded } from '@/ui/states';
import { Heading } from '@/ui/text';

type Opened = RouteAnswer<'letters.open'>;

/** A letter as one reads it: its words in the size of the phone, the sealed file beside it, and where to go if one disagrees. */
export default function LetterPage() {
  const { id = '' } = usePageParams();
  const query = useQuery(openedLetter(id));
  return (
    <Page title="文书">
      <Loaded query={query} lines={12}>
        {letter => (
          <>
            <Words letter={letter} />
            <Proof letter={letter} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Words({ letter: { text } }: { letter: Opened }) {
  const { unit, title, number, addressee, paragraphs, remedy, contact, madeOn } = text;
  return (
    <>
      <Heading level={1}>{title}</Heading>
      <View className="note mt1">{[unit, number].filter(Boolean).join('，')}</View>
      <Card className="mt2" label="正文">
        <View className="strong">{addressee}：</View>
        {paragraphs.map((paragraph, at) => (
          <View key={at} className="mt2 pre-line">
            {paragraph}
          </View>
        ))}
        {contact && <View className="mt2">{contact}</View>}
        <View className="mt3">{unit}</View>
        <View>{formatChineseDate(madeOn)}</View>
      </Card>
      {remedy && (
        <Card className="mt2" label="不同意的话">
          <Heading level={2}>不同意的话，可以</Heading>
          <View className="mt1">{remedy}</View>
        </Card>
      )}
    </>
  );
}

function Proof({ letter: { requestId, file, checkCode, deliveredOn, firstReadAt } }: { letter: Opened }) {
  return (
    <Card className="mt2" label="盖了章的文件">
      {file && (
        <OwnFile isMain file={file}>
          看盖了章的文件
        </OwnFile>
      )}
      <View className="note mt2">
        {sayDate(deliveredOn, now())}送达，{sayWhen(firstReadAt, now())}第一次打开
      </View>
      <View className="note mt1">核验码 {verificationText(checkCode)}</View>
      <Button block onPress={() => void open('letterCheck', { code: checkCode })}>
        核验这份文书
      </Button>
      <Button block look="quiet" onPress={() => void open('request', { id: requestId })}>
        看这件申请
      </Button>
    </Card>
  );
}
