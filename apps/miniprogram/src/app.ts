import './lib/aria-runtime';
import { createElement, useEffect } from 'react';
import type { PropsWithChildren } from 'react';
import { asApiError } from '@bandeng/contracts/api-error';
import { watchUnsent } from './features/grid/send-unsent';
import { keepAppShell } from './lib/app-shell';
import { isWeapp } from './lib/env';
import { watchMissingParts } from './lib/missing-part';
import { watchUnknownPages } from './lib/not-found';
import { returnFromOidc } from './lib/oidc';
import { Providers } from './ui/providers';
import { toast } from './ui/toast';
import './ui/styles/app.scss';

watchUnknownPages();
if (!isWeapp) {
  keepAppShell();
  watchMissingParts();
  // It may be on its way back from a login elsewhere: the address is put right before the router reads it.
  returnFromOidc().then(
    isIn => {
      if (isIn !== undefined) toast(isIn ? '登录好了' : '没有登录，写的内容还在', isIn ? 'check' : 'alert');
    },
    (error: unknown) => toast(asApiError(error).title, 'alert'),
  );
}

export default function App({ children }: PropsWithChildren) {
  useEffect(watchUnsent, []);
  return createElement(Providers, null, children);
}
