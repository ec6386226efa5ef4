import Taro from '@tarojs/taro';
import { onReachChange } from '@/lib/online';
import { currentSession, onAccountChange } from '@/lib/session';
import { countUnsent } from './unsent';

/**
 * What waits is sent as soon as the app opens, comes to the front, finds a network or its worker logs in: nobody has to open the
 * workbench for it. The engine is loaded only when something waits. Called once at start.
 */
export function watchUnsent(): void {
  const send = () => void sendUnsent().catch(() => undefined);
  Taro.onAppShow(send);
  onReachChange(reach => reach === 'online' && send());
  onAccountChange(send);
  send();
}

async function sendUnsent(): Promise<void> {
  const account = currentSession()?.account;
  if (!account || countUnsent(account.id) === 0) return;
  const { retryNow, startOutbox } = await import('./outbox-store');
  startOutbox();
  retryNow();
}
