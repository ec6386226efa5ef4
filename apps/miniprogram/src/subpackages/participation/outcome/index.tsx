import { View } from '@tarojs/components';
import type { Outcome } from '@bandeng/contracts/types';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { AdoptedChange } from '@/features/consultations/adopted-change';
import { changesOfEdition, outcome as outcomeQuery } from '@/features/consultations/api';
import { CommentList } from '@/features/consultations/comment-list';
import { firstGroup, ledgerRows } from '@/features/consultations/ledger-rows';
import type { LedgerGroup } from '@/features/consultations/ledger-rows';
import { useLogin } from '@/features/identity/use-login';
import { now } from '@/lib/clock';
import { openOutcomeReport } from '@/lib/files';
import { open } from '@/lib/navigation';
import { usePageParams } from '@/lib/page-params';
import { sayDate } from '@bandeng/rules';
import { Account } from '@/ui/account';
import { Blocks } from '@/ui/blocks';
import { Button } from '@/ui/button';
import { Section } from '@/ui/card';
import { Icon } from '@/ui/icon';
import { Page } from '@/ui/page';
import { Press } from '@/ui/press';
import { Loaded } from '@/ui/states';
import { NoticeBar } from '@/ui/tag';
import { Facts, Heading } from '@/ui/text';
import { toast } from '@/ui/toast';

const groupWords: Record<LedgerGroup, string> = {
  adopted: '采纳的',
  partly: '部分采纳的',
  not_adopted: '未采纳的',
  out_of_scope: '不属于这一次的',
  withdrawn: '本人撤回的',
};

/** What became of the comments (mock 08): the account, then group by group with its answers. */
export default function OutcomePage() {
  const { id = '' } = usePageParams();
  const query = useQuery(outcomeQuery(id));
  const login = useLogin('先登录，再举报');
  return (
    <Page title="意见的下落" overlay={login.sheet}>
      <Loaded query={query} lines={12}>
        {outcome => (
          <>
            <Heading level={1}>
              {outcome.ledger.received > 0 ? `${outcome.ledger.received} 条意见，条条有下落` : '这次没有收到意见'}
            </Heading>
            <Facts className="note mt1">
              {outcome.question}
              {outcome.unit.name}
            </Facts>
            <Sums outcome={outcome} ensureLogin={login.ensure} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Sums({ outcome, ensureLogin }: { outcome: Outcome; ensureLogin: () => Promise<boolean> }) {
  const { ledger, publishedAt } = outcome;
  const rows = ledgerRows(ledger);
  const [group, setGroup] = useState<LedgerGroup>(firstGroup(ledger));
  const chosen = rows.find(row => row.key === group);
  return (
    <>
      <Summary outcome={outcome} />
      <View className="mt3">
        <Account
          rows={rows}
          total={ledger.received}
          totalLabel="收到"
          balanced={ledger.balanced}
          selected={group}
          onSelect={key => setGroup(key as LedgerGroup)}
        />
      </View>
      <View className="note mt2">{besides(outcome)}</View>
      <Section title={`${groupWords[group]} ${chosen?.count ?? 0} 条`} note={`${sayDate(publishedAt, now())}一起答复`}>
        <Group outcome={outcome} group={group} count={chosen?.count ?? 0} ensureLogin={ensureLogin} />
      </Section>
    </>
  );
}

/** What the unit says of the outcome as a whole; folded, so that the account stays on the first screen. */
function Summary({ outcome: { summary, consultationId } }: { outcome: Outcome }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <View className="card tight mt3">
      <Press className="row-item" expanded={isOpen} onPress={() => setOpen(!isOpen)}>
        <Icon name="file" className="brand" />
        <View className="grow">
          <View className="row-title">结果说明</View>
          <View className="note">改了什么，为什么</View>
        </View>
        <Icon name={isOpen ? 'up' : 'down'} size="xs" />
      </Press>
      {isOpen && <Blocks blocks={summary} />}
      {isOpen && (
        <Button look="plain" icon="list" onPress={() => void open('consultation', { id: consultationId })}>
          看当时的草案
        </Button>
      )}
      {isOpen && (
        <>
          <Button look="plain" icon="file" onPress={() => void keepReport(consultationId, 'docx')}>
            存一份 Word 文件
          </Button>
          <Button look="plain" icon="file" onPress={() => void keepReport(consultationId, 'pdf')}>
            存一份 PDF
          </Button>
        </>
      )}
    </View>
  );
}

async function keepReport(consultationId: string, form: 'docx' | 'pdf'): Promise<void> {
  const said = await openOutcomeReport(consultationId, form);
  if (said) toast(said, 'info');
}

/** What stands beside the account and not in its sum. */
function besides({ ledger, byChannel }: Outcome): string {
  const channels = byChannel.filter(row => row.count > 0).map(row => `${row.label} ${row.count} 条`);
  return [
    ledger.persons > ledger.received ? `一共 ${ledger.persons} 人。` : '',
    channels.length > 1 ? `${channels.join('，')}。` : '',
    ledger.duplicates > 0 ? `另有 ${ledger.duplicates} 条是重复的，连到了主要那一条。` : '',
  ].join('');
}

interface GroupProps {
  outcome: Outcome;
  group: LedgerGroup;
  count: number;
  ensureLogin: () => Promise<boolean>;
}

function Group({ outcome, group, count, ensureLogin }: GroupProps) {
  const { nextEditionId, consultationId } = outcome;
  const changes = useQuery({ ...changesOfEdition(nextEditionId ?? ''), enabled: nextEditionId !== null });
  if (group === 'withdrawn') {
    return <NoticeBar icon="undo">{count > 0 ? '撤回的意见不再显示，只算个数' : '没有人撤回'}</NoticeBar>;
  }
  return (
    <CommentList
      key={group}
      consultationId={consultationId}
      isOpen={false}
      filter={{ result: group }}
      ensureLogin={ensureLogin}
      empty={
        count > 0
          ? { title: '这一组的意见都没有公开', detail: '没有公开的，也答复了本人' }
          : { title: '这一组没有意见', detail: '点上面别的数字看看' }
      }
      below={comment =>
        changes.data
          ?.filter(change => change.commentIds.includes(comment.id))
          .map(change => <AdoptedChange key={change.entryId} change={change} />)
      }
    />
  );
}
