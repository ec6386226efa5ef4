import { View } from '@tarojs/components';
import type { GuideDetail } from '@bandeng/contracts/types';
import { useQuery } from '@tanstack/react-query';
import { useShareAppMessage } from '@tarojs/taro';
import { Listen } from '@/ui/listen';
import { guide as guideQuery } from '@/features/organization/api';
import { UnitContacts } from '@/features/organization/unit-contacts';
import { guideWords } from '@/features/organization/words';
import { now } from '@/lib/clock';
import { open, pageUrl } from '@/lib/navigation';
import { usePageParams } from '@/lib/page-params';
import { copy } from '@/lib/phone';
import { sayDate } from '@bandeng/rules';
import { Blocks, FileRow, plainText } from '@/ui/blocks';
import { Button } from '@/ui/button';
import { Card, Fact, Row, Section } from '@/ui/card';
import { Page } from '@/ui/page';
import { PhoneLine } from '@/ui/phone-line';
import { Loaded } from '@/ui/states';
import { Facts, Heading } from '@/ui/text';
import { toast } from '@/ui/toast';

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
            <Listen text={[guide.title, plainText(guide.body)].join('\n')} />
            {guide.office && <Office office={guide.office} />}
            {guide.kind === 'guide' && <UnitContacts unitId={guide.unit.id} />}
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
            <GoOn unit={guide.unit} kind={guide.kind} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

/** What Art. 12 of 政府信息公开条例 asks of a guide: who keeps the information, where and when, how it is kept and had. */
function Office({ office }: { office: NonNullable<GuideDetail['office']> }) {
  const copyContact = async () => {
    const isCopied = await copy(office.contact);
    toast(isCopied ? '复制好了' : '没复制成，长按可以选中', isCopied ? 'copy' : 'alert');
  };
  return (
    <>
      <Card className="mt3 tight" label="找谁">
        <Fact name="谁来管" first>
          {office.name}
        </Fact>
        <Fact name="在哪里">{office.address}</Fact>
        <Fact name="几点开门">{office.hours}</Fact>
        <Fact name="电话">
          <PhoneLine number={office.phone} />
        </Fact>
        <Fact name="传真">{office.fax ?? '没有'}</Fact>
        <Fact name="网上联系">
          <View className="line between wrap">
            <View>{office.contact}</View>
            <Button small icon="copy" label={`复制 ${office.contact}`} onPress={() => void copyContact()}>
              复制
            </Button>
          </View>
        </Fact>
      </Card>
      <Card className="mt2 tight" label="有什么、怎么拿">
        <Fact name="有哪些" first>
          {office.classification}
        </Fact>
        <Fact name="怎么编排">{office.arrangement}</Fact>
        <Fact name="怎么拿到">{office.access}</Fact>
      </Card>
    </>
  );
}

/** From what a unit says of itself on to what it did. */
function GoOn({ unit, kind }: Pick<GuideDetail, 'unit' | 'kind'>) {
  return (
    <Section title="接着看">
      <Card className="tight rows">
        <Row icon="list" title="这个单位公开的" onPress={() => void open('notices', { unit: unit.id })} />
        {kind !== 'annual_report' && (
          <Row
            icon="file"
            title="这个单位的年报"
            onPress={() => void open('guides', { kind: 'annual_report', unit: unit.id })}
          />
        )}
        <Row icon="request" title="没找到，申请公开" onPress={() => void open('requestForm')} />
      </Card>
    </Section>
  );
}
