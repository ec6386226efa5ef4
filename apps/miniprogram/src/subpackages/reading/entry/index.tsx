import type { EntryDetail } from '@bandeng/contracts/types';
import { useQuery } from '@tanstack/react-query';
import { useShareAppMessage } from '@tarojs/taro';
import { entry as entryQuery } from '@/features/catalog/api';
import { DutyCard } from '@/features/catalog/duty-card';
import { EntryFacts } from '@/features/catalog/entry-facts';
import { useLogin } from '@/features/identity/use-login';
import { noticeList } from '@/features/notices/api';
import { NoticeList } from '@/features/notices/notice-list';
import { useTellMe } from '@/features/notifications/use-tell-me';
import { unit as unitQuery } from '@/features/organization/api';
import { open, pageUrl } from '@/lib/navigation';
import { usePageParams } from '@/lib/page-params';
import { useAccount } from '@/lib/session';
import { Button } from '@/ui/button';
import { Section } from '@/ui/card';
import { Page } from '@/ui/page';
import { Loaded } from '@/ui/states';
import { Facts, Heading } from '@/ui/text';
import { toast } from '@/ui/toast';

/** One entry of the catalog: what, who, when; how the duty was kept; the notices that fulfil it (mock 05). */
export default function EntryPage() {
  const { id = '' } = usePageParams();
  const query = useQuery(entryQuery(id));
  const publisher = query.data?.publishers[0]?.id;
  const unit = useQuery({ ...unitQuery(publisher ?? ''), enabled: publisher !== undefined });
  const login = useLogin('登录以后，催了、有新的了，才能告诉你。');
  const entry = query.data;
  useShareAppMessage(() => ({ title: entry?.name ?? '公开事项', path: pageUrl('entry', { id }) }));
  return (
    <Page title="事项卡" bar={entry && <Bar entry={entry} ensureLogin={login.ensure} />} overlay={login.sheet}>
      <Loaded query={query} lines={12}>
        {found => (
          <>
            <Facts>{[found.domain.name, ...found.path].join(' › ')}</Facts>
            <Heading level={1}>{found.name}</Heading>
            {found.duty && <DutyCard entry={found} duty={found.duty} ensureLogin={login.ensure} />}
            <EntryFacts entry={found} phone={found.phone ?? unit.data?.phone ?? undefined} />
            <Section title="按这一项公开的" note={found.noticeCount > 0 ? `${found.noticeCount} 条` : ''}>
              <NoticeList
                isOfEntry
                query={noticeList({ entry: id })}
                empty={{ title: '这一项还没有公开过', detail: '可以申请公开，或者打电话问一句' }}
              />
            </Section>
          </>
        )}
      </Loaded>
    </Page>
  );
}

interface BarProps {
  entry: EntryDetail;
  ensureLogin: () => Promise<boolean>;
}

function Bar({ entry, ensureLogin }: BarProps) {
  const isKnown = useAccount() !== undefined;
  const { tellMe, isTold } = useTellMe('new_notice', { kind: 'entry', id: entry.id });
  const press = async () => {
    if (isKnown) await tellMe();
    // WeChat takes the question only straight from a tap, so a login in between asks for another one.
    else if (await ensureLogin()) toast('登录好了，再点一次就行');
  };
  return (
    <>
      <Button look="quiet" onPress={() => void open('requestForm', { about: entry.name })}>
        没有我要的
      </Button>
      <Button look={isTold ? 'line' : 'filled'} wide icon={isTold ? 'check' : 'bell'} onPress={() => void press()}>
        {isTold ? '有新的会告诉你' : '有新的告诉我'}
      </Button>
    </>
  );
}
