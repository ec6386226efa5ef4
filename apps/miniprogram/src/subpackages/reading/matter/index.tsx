import { View } from '@tarojs/components';
import { STAGE_LABELS } from '@bandeng/contracts/routes';
import type { Matter } from '@bandeng/contracts/types';
import { sayDate } from '@bandeng/rules';
import { useQuery } from '@tanstack/react-query';
import { useShareAppMessage } from '@tarojs/taro';
import { matter as matterQuery, type Step } from '@/features/matters/api';
import { byStage } from '@/features/matters/by-stage';
import { openStep } from '@/features/matters/open-step';
import { now } from '@/lib/clock';
import { pageUrl } from '@/lib/navigation';
import { usePageParams } from '@/lib/page-params';
import { useRefresh } from '@/lib/refresh';
import { Card, Row, Section } from '@/ui/card';
import { Page } from '@/ui/page';
import { Loaded } from '@/ui/states';
import { Facts, Heading } from '@/ui/text';

/** One thing from the decision to its result: what was made public of it, and what comes next. */
export default function MatterPage() {
  const { id = '' } = usePageParams();
  const query = useQuery(matterQuery(id));
  useRefresh(() => query.refetch());
  useShareAppMessage(() => ({ title: query.data?.name ?? '这件事的经过', path: pageUrl('matter', { id }) }));
  return (
    <Page title="这件事的经过">
      <Loaded query={query} lines={12}>
        {found => (
          <>
            <Heading level={1}>{found.name}</Heading>
            <Facts className="note mt1">
              {found.unit.name}
              {`公开过 ${new Set(found.steps.map(({ kind, id: of }) => kind + of)).size} 样`}
            </Facts>
            <Next next={found.next} />
            <Stages steps={found.steps} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

/** What comes, by its day, with who has to see to it. */
function Next({ next }: Pick<Matter, 'next'>) {
  if (next.length === 0) return <View className="note mt2">眼下没有定好日子的下一步。</View>;
  return (
    <Section title="接下来">
      <Card className="tight rows">
        {next.map(one => (
          <Row
            key={`${one.kind}${one.id}${one.text}`}
            icon="clock"
            title={one.on === null ? one.text : `${sayDate(one.on, now())} ${one.text}`}
            detail={`${one.unit.name}：${one.title}`}
            onPress={() => openStep(one)}
          />
        ))}
      </Card>
    </Section>
  );
}

function Stages({ steps }: Pick<Matter, 'steps'>) {
  const { told, empty } = byStage(steps);
  return (
    <>
      {told.map(({ stage, steps: of }) => (
        <Section key={stage} title={STAGE_LABELS[stage]}>
          <Card className="tight rows">
            {of.map(step => (
              <Row
                key={`${step.kind}${step.id}${step.text}`}
                title={step.title}
                detail={<Detail step={step} />}
                onPress={() => openStep(step)}
              />
            ))}
          </Card>
        </Section>
      ))}
      {empty.length > 0 && (
        <View className="note mt3">{empty.map(stage => STAGE_LABELS[stage]).join('、')}：还没有公开的</View>
      )}
    </>
  );
}

function Detail({ step: { text, at, unit, limited } }: { step: Step }) {
  return (
    <Facts>
      {sayDate(at, now())}
      {text}
      {unit.name}
      {limited ? '全文只给一部分人看' : ''}
    </Facts>
  );
}
