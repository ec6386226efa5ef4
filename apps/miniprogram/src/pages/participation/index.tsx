import { Page } from '@/ui/page';
import { Heading } from '@/ui/text';

export default function ParticipationPage() {
  return (
    <Page
      tab="participation"
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
