import { Text, View } from '@tarojs/components';
import { useShareAppMessage } from '@tarojs/taro';
import { useQuery } from '@tanstack/react-query';
import { sayDate } from '@bandeng/rules';
import { publicAnswer } from '@/features/answers/api';
import { Listen } from '@/ui/listen';
import { now } from '@/lib/clock';
import { openFile } from '@/lib/files';
import { open, pageUrl } from '@/lib/navigation';
import { usePageParams } from '@/lib/page-params';
import { Button } from '@/ui/button';
import { Card, Section } from '@/ui/card';
import { Page } from '@/ui/page';
import { Loaded } from '@/ui/states';
import { Facts, Heading } from '@/ui/text';
import { toast } from '@/ui/toast';

async function show(id: string, name: string): Promise<void> {
  const said = await openFile(id, name);
  if (said) toast(said, 'info');
}

/** One answer of the archive: what was asked, what was answered, by whom and when; never who asked. */
export default function AnswerPage() {
  const { id = '' } = usePageParams();
  const query = useQuery(publicAnswer(id));
  useShareAppMessage(() => ({ title: query.data?.title ?? '答复选编', path: pageUrl('answer', { id }) }));
  return (
    <Page title="答复选编">
      <Loaded query={query} lines={9}>
        {({ title, unit, decidedOn, question, answer, kinds, attachments, noticeIds }) => (
          <>
            <Heading level={1}>{title}</Heading>
            <Facts className="note mt1">
              {unit.name}
              {`${sayDate(decidedOn, now())}答复`}
            </Facts>
            <Listen text={[title, question, answer].join('\n')} />
            <Section title="有人申请公开">
              <View className="pre-line">{question}</View>
            </Section>
            <Section title="答复">
              {kinds.map(({ kind, label, article }) => (
                <View key={kind} className="mt1">
                  <Text className="strong">{label}</Text>
                  <View className="note">条例{article}</View>
                </View>
              ))}
              <View className="mt2 pre-line">{answer}</View>
              {attachments.map(file => (
                <Button key={file.id} block icon="file" onPress={() => void show(file.id, file.name)}>
                  {file.name}
                </Button>
              ))}
              {noticeIds.map(notice => (
                <Button key={notice} block icon="book" onPress={() => void open('notice', { id: notice })}>
                  看公开的那一条
                </Button>
              ))}
            </Section>
            <Card className="mt3">
              <View className="note">这份答复是对申请人作出的，去掉了姓名。你也想要，可以直接申请。</View>
              <Button block look="quiet" icon="request" onPress={() => void open('requestForm', { about: title })}>
                我也要
              </Button>
            </Card>
          </>
        )}
      </Loaded>
    </Page>
  );
}
