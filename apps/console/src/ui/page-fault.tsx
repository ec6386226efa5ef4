import { Button } from 'antd';
import { Link } from 'react-router';
import { Notice } from './notice';
import { Page } from './page';

/** A page that broke, or whose script is gone after a deployment: loaded anew it mostly comes. */
export function PageFault() {
  return (
    <main className="page">
      <Notice
        title="这一页没有打开"
        action={
          <Button type="primary" onClick={() => window.location.reload()}>
            重新打开
          </Button>
        }
      >
        可能刚换了新版本。重新打开试试；还不行，告诉管理员。
      </Notice>
    </main>
  );
}

/** An address that leads nowhere: mistyped, or of a page that was moved. */
export function NoSuchPage() {
  return (
    <Page title="没有这一页">
      <p>
        地址可能抄错了，或者这一页已经搬走。从左边的菜单找，或者<Link to="/">回办件台</Link>。
      </p>
    </Page>
  );
}
