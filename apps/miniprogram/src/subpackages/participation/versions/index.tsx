import { useInfiniteQuery } from '@tanstack/react-query';
import { versions } from '@/features/consultations/api';
import { VersionCard } from '@/features/consultations/version-card';
import { usePageParams } from '@/lib/page-params';
import { List } from '@/ui/list';
import { Page } from '@/ui/page';

/** The drafts that people were asked about, the newest first, each with why it was made and what it changed. */
export default function VersionsPage() {
  const { id = '' } = usePageParams();
  const query = useInfiniteQuery(versions(id));
  return (
    <Page title="草案的各稿" isTitleHeading>
      <List query={query} label="草案的各稿" className="draft-list" empty={{ title: '还没有草案' }}>
        {version => <VersionCard consultationId={id} version={version} />}
      </List>
    </Page>
  );
}
