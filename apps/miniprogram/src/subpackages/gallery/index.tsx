import { Page } from '@/ui/page';
export default function GalleryPage() {
  return (
    <Page title="组件">
      <></>
    </Page>
  );
}
