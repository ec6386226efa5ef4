import { Page } from '@/ui/page';
import { Bench } from '@/ui/bench';
import { Button } from '@/ui/button';
import { Heading } from '@/ui/text';

export default function HomePage() {
  return (
    <Page
      tab="home"
      lead={
        <Heading level={1} className="nav-title big">
          早上好
        </Heading>
      }
    >
      <Bench day={21} days={30} comments={86} seat="free" />
      <Button look="filled">说一句</Button>
    </Page>
  );
}
