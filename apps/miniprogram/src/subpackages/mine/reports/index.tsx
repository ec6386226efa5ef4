import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { myNudges } from '@/features/catalog/api';
import { OwnNudgeCard } from '@/features/catalog/own-nudge';
import { myReports } from '@/features/consultations/api';
import { OwnReportCard } from '@/features/consultations/own-report';
import { ForKnown, useIsKnown } from '@/features/identity/for-known';
import { useLogin } from '@/features/identity/use-login';
import { open } from '@/lib/navigation';
import { usePageParams } from '@/lib/page-params';
import { List } from '@/ui/list';
import { Page } from '@/ui/page';
import { Tabs } from '@/ui/tabs';

type Part = 'reports' | 'nudges';
const reason = '登录后才能看到你举报过的、催过的';

/** What I reported and what I asked for that was late, and what came of it. */
export default function ReportsPage() {
  const { part: asked } = usePageParams();
  const [part, setPart] = useState<Part>(asked === 'nudges' ? 'nudges' : 'reports');
  const isKnown = useIsKnown();
  const reports = useInfiniteQuery({ ...myReports(), enabled: isKnown && part === 'reports' });
  const nudges = useInfiniteQuery({ ...myNudges(), enabled: isKnown && part === 'nudges' });
  const login = useLogin(reason);
  return (
    <Page
      title="我的举报和催办"
      isTitleHeading
      overlay={login.sheet}
      head={
        <Tabs<Part>
          label="看哪一样"
          items={[
            { value: 'reports', label: '举报的' },
            { value: 'nudges', label: '催公开的' },
          ]}
          value={part}
          onChange={setPart}
        />
      }
    >
      <ForKnown reason={reason} ensureLogin={login.ensure}>
        {part === 'reports' ? (
          <List
            query={reports}
            label="我举报的"
            className=""
            empty={{ title: '你没有举报过', detail: '看到骂人的、露了隐私的意见，点它右下角的旗子' }}
          >
            {report => <OwnReportCard report={report} />}
          </List>
        ) : (
          <List
            query={nudges}
            label="我催的"
            className=""
            empty={{
              title: '你没有催过',
              detail: '该公开的晚了，在那个事项的页上催一催',
              action: { text: '看看该公开什么', onPress: () => void open('public') },
            }}
          >
            {nudge => <OwnNudgeCard nudge={nudge} />}
          </List>
        )}
      </ForKnown>
    </Page>
  );
}
