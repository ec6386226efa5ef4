import { Page } from '@/ui/page';
import { Heading } from '@/ui/text';

export default function HelpPage() {
  return (
    <Page
      tab="help"
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
