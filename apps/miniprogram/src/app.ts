import './lib/aria-runtime';
import { createElement } from 'react';
import type { PropsWithChildren } from 'react';
import { Providers } from './ui/providers';
import './ui/styles/app.scss';

export default function App({ children }: PropsWithChildren) {
  return createElement(Providers, null, children);
}
