import { Button } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import { renewSession } from '../../lib/http';
import { useSession } from '../../lib/session';
import { Notice } from '../../ui/notice';
import { SignIn } from './sign-in';

/** The console is for those who are signed in; the cookie of an earlier visit signs in without a question. */
export function SignedIn({ children }: { children: ReactNode }) {
  const session = useSession();
  const [isFailed, setFailed] = useState(false);
  const look = () => {
    setFailed(false);
    renewSession().catch(() => setFailed(true));
  };
  useEffect(look, []);
  if (session) return <>{children}</>;
  if (session === null) return <SignIn />;
  return (
    <main className="page">
      {isFailed ? (
        <Notice title="连不上服务器" action={<Button onClick={look}>再试一次</Button>}>
          看看网络，过一会儿再试。
        </Notice>
      ) : (
        <Notice title="正在打开" />
      )}
    </main>
  );
}
