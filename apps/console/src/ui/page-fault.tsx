import { Button } from 'antd';
import { Notice } from './notice';

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
