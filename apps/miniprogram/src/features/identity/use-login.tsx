import { useState } from 'react';
import type { ReactNode } from 'react';
import { asApiError } from '@bandeng/contracts/api-error';
import { isWeapp } from '@/lib/env';
import { loginSilently } from '@/lib/login';
import { currentSession } from '@/lib/session';
import { toast } from '@/ui/toast';
import { LoginSheet } from './login-sheet';

interface Login {
  /** True when somebody is logged in, now or after asking; a login that fails is said. What was typed stays where it is either way. */
  ensure: () => Promise<boolean>;
  /** Goes into the page's overlay. */
  sheet: ReactNode;
}

/** Asks for a login at the moment it is needed, and not before (PRODUCT.md, principle 2). */
export function useLogin(reason: string): Login {
  const [asking, setAsking] = useState<(isIn: boolean) => void>();
  const answer = (isIn: boolean) => {
    asking?.(isIn);
    setAsking(undefined);
  };
  const ensure = async () => {
    if (currentSession()) return true;
    if (isWeapp) return isKnownToWechat();
    return new Promise<boolean>(resolve => setAsking(() => resolve));
  };
  return { ensure, sheet: asking && <LoginSheet reason={reason} onDone={answer} /> };
}

async function isKnownToWechat(): Promise<boolean> {
  try {
    return (await loginSilently()) !== undefined;
  } catch (error) {
    toast(`${asApiError(error).title}，写下的还在这部手机里`, 'alert');
    return false;
  }
}
