import { Page } from '@/ui/page';
import { Heading } from '@/ui/text';

export default function MinePage() {
  return (
    <Page
      tab="mine"
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
