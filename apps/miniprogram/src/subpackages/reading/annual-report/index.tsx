import { View } from '@tarojs/components';
import { useQuery } from '@tanstack/react-query';
import { useShareAppMessage } from '@tarojs/taro';
import { reportSections, reportTableTitles, sayDate, type ReportSection } from '@bandeng/rules';
import { annualReport } from '@/features/annual-reports/api';
import { PaperFigures, RemedyFigures, RequestFigures } from '@/features/annual-reports/figures';
import { Listen } from '@/ui/listen';
import { now } from '@/lib/clock';
import { pageUrl } from '@/lib/navigation';
import { usePageParams } from '@/lib/page-params';
import { Section } from '@/ui/card';
import { Page } from '@/ui/page';
import { Loaded } from '@/ui/states';
import { Facts, Heading } from '@/ui/text';

/** An annual report as it was handed in: its six sections, the tables as lines that fit a phone. */
export default function AnnualReportPage() {
  const { unit = '', year = '' } = usePageParams();
  const query = useQuery(annualReport(unit, year));
  useShareAppMessage(() => ({
    title: query.data?.title ?? '年度报告',
    path: pageUrl('annualReport', { unit, year }),
  }));
  return (
    <Page title="年度报告">
      <Loaded query={query} lines={9}>
        {({ title, unit: { name }, publishedAt, sections, tables }) => (
          <>
            <Heading level={1}>{title}</Heading>
            <Facts className="note mt1">
              {name}
              {`${sayDate(publishedAt, now())}公开`}
            </Facts>
            <Listen text={[title, sections.overview, sections.problems, sections.others].join('\n')} />
            <Written section="overview" text={sections.overview} />
            <Section title={reportTableTitles.two}>
              <PaperFigures table={tables.two} />
            </Section>
            <Section title={reportTableTitles.three}>
              <RequestFigures lines={tables.three} />
            </Section>
            <Section title={reportTableTitles.four}>
              <RemedyFigures blocks={tables.four} />
            </Section>
            <Written section="problems" text={sections.problems} />
            <Written section="others" text={sections.others} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Written({ section, text }: { section: ReportSection; text: string }) {
  return (
    <Section title={reportSections[section]}>
      {text.split('\n').map(paragraph => (
        <View key={paragraph} className="mt1">
          {paragraph}
        </View>
      ))}
    </Section>
  );
}
