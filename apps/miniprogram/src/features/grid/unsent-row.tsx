import { open } from '@/lib/navigation';
import { useAccount } from '@/lib/session';
import { Card, Row } from '@/ui/card';
import { useUnsentCount } from './unsent';

/** What a walk left on this phone and the server has not got: of who is here, or locked until its owner logs in again. */
export function UnsentRow({ ensureLogin }: { ensureLogin: () => Promise<boolean> }) {
  const account = useAccount();
  const count = useUnsentCount(account?.id);
  if (count === 0) return null;
  return (
    <Card className="mt3 tight">
      {account ? (
        <Row
          icon="up"
          title={`还有 ${count} 条走访记录没送到`}
          detail="有网就自己送，点开看看"
          onPress={() => void open('gridOutbox')}
        />
      ) : (
        <Row
          icon="lock"
          title={`锁着 ${count} 条没送到的走访记录`}
          detail="记的人登录后接着送"
          onPress={() => void ensureLogin()}
        />
      )}
    </Card>
  );
}
