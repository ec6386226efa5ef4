import { useState } from 'react';
import type { ReactNode } from 'react';
import { isWeapp } from '@/lib/env';
import { loginSilently } from '@/lib/login';
import { currentSession } from '@/lib/session';
import { LoginSheet } from './login-sheet';

interface Login {
  /** True when somebody is logged in, now or after asking. What was typed stays where it is either way. */
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
    if (isWeapp) return (await loginSilently()) !== undefined;
    return new Promise<boolean>(resolve => setAsking(() => resolve));
  };
  return { ensure, sheet: asking && <LoginSheet reason={reason} onDone={answer} /> };
}
