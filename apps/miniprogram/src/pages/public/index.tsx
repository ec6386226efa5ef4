import { Page } from '@/ui/page';
import { Heading } from '@/ui/text';

export default function PublicPage() {
  return (
    <Page
      tab="public"
      lead={
        <Heading level={1} className="nav-title big">
          x
        </Heading>
      }
    >
      <></>
    </Page>
  );
}
