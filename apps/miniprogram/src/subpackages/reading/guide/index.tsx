import { View } from '@tarojs/components';
import type { GuideDetail } from '@bandeng/contracts/types';
import { useQuery } from '@tanstack/react-query';
import { useShareAppMessage } from '@tarojs/taro';
import { guide as guideQuery } from '@/features/organization/api';
import { guideWords } from '@/features/organization/words';
import { now } from '@/lib/clock';
import { pageUrl } from '@/lib/navigation';
import { usePageParams } from '@/lib/page-params';
import { call } from '@/lib/phone';
import { sayDate } from '@bandeng/rules';
import { Blocks, FileRow } from '@/ui/blocks';
import { Button } from '@/ui/button';
import { Card, Fact, Section } from '@/ui/card';
import { Page } from '@/ui/page';
import { Loaded } from '@/ui/states';
import { Facts, Heading } from '@/ui/text';

/** One guide with the fields that Art. 12 asks for, one rule, or one annual report. */
export default function GuidePage() {
  const { id = '' } = usePageParams();
  const query = useQuery(guideQuery(id));
  useShareAppMessage(() => ({ title: query.data?.title ?? '公开指南', path: pageUrl('guide', { id }) }));
  return (
    <Page title={query.data ? guideWords[query.data.kind] : '公开指南'}>
      <Loaded query={query} lines={9}>
        {guide => (
          <>
            <Heading level={1}>{guide.title}</Heading>
            <Facts className="note mt1">
              {guide.unit.name}
              {`${sayDate(guide.publishedOn, now())}公开`}
            </Facts>
            {guide.office && <Office office={guide.office} />}
            <View className="mt3">
              <Blocks blocks={guide.body} />
            </View>
            {guide.attachments.length > 0 && (
              <Section title="附件">
                {guide.attachments.map(file => (
                  <View key={file.id} className="mt1">
                    <FileRow id={file.id} name={file.name} size={file.size} />
                  </View>
                ))}
              </Section>
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}

/** How the information is kept and had, and who answers for it (政府信息公开条例 Art. 12). */
function Office({ office }: { office: NonNullable<GuideDetail['office']> }) {
  return (
    <>
      <Card className="mt3 tight">
        <Fact name="谁来管" first>
          {office.name}
        </Fact>
        <Fact name="在哪里">{office.address}</Fact>
        <Fact name="几点开门">{office.hours}</Fact>
        <Fact name="电话">
          <View className="line between wrap">
            <View>{office.phone}</View>
            <Button small icon="phone" label={`打电话 ${office.phone}`} onPress={() => call(office.phone)}>
              打电话
            </Button>
          </View>
        </Fact>
        {office.fax && <Fact name="传真">{office.fax}</Fact>}
        <Fact name="其他办法">{office.contact}</Fact>
      </Card>
      <Card className="mt2 tight">
        <Fact name="有哪些" first>
          {office.classification}
        </Fact>
        <Fact name="怎么编排">{office.arrangement}</Fact>
        <Fact name="怎么拿到">{office.access}</Fact>
      </Card>
    </>
  );
}
