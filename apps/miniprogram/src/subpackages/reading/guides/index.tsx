import { View } from '@tarojs/components';
import { useState } from 'react';
import { PublishedReports } from '@/features/annual-reports/published-list';
import type { GuideKind } from '@/features/organization/api';
import { GuideDirectory } from '@/features/organization/guide-directory';
import { ReportList, RuleList } from '@/features/organization/guide-list';
import { UnitSheet } from '@/features/organization/unit-sheet';
import { guideWords } from '@/features/organization/words';
import { usePageParams } from '@/lib/page-params';
import { Page } from '@/ui/page';
import { Tabs } from '@/ui/tabs';

const kinds: readonly GuideKind[] = ['guide', 'rule', 'annual_report'];
const notes: Record<GuideKind, string> = {
  guide: '每个单位公开什么、在哪里看、找谁要。',
  rule: '政务公开怎么做，写在这些制度里。',
  annual_report: '每个单位每年公开了多少、答复了多少。',
};

/** 公开指南, 制度, 年报 of the units. */
export default function GuidesPage() {
  const params = usePageParams();
  const [kind, setKind] = useState<GuideKind>(kinds.find(one => one === params.kind) ?? 'guide');
  const [unit, setUnit] = useState(params.unit);
  const [isPicking, setPicking] = useState(false);
  return (
    <Page
      title={guideWords[kind]}
      isTitleHeading
      head={
        <Tabs
          label="看哪一样"
          items={kinds.map(value => ({ value, label: guideWords[value] }))}
          value={kind}
          onChange={setKind}
        />
      }
      overlay={isPicking && <UnitSheet value={unit} onChoose={setUnit} onClose={() => setPicking(false)} />}
    >
      <View className="note mt3">{notes[kind]}</View>
      <View className="mt2">
        {kind === 'guide' && <GuideDirectory />}
        {kind === 'rule' && <RuleList />}
        {kind === 'annual_report' && (
          <>
            <PublishedReports unit={unit} />
            <ReportList unit={unit} onPickUnit={() => setPicking(true)} onShowAll={() => setUnit(undefined)} />
          </>
        )}
      </View>
    </Page>
  );
}
