import { useShareAppMessage } from '@tarojs/taro';
import { useEffect } from 'react';
import { pageUrl } from '@/lib/navigation';

interface Card {
  title: string;
  path: string;
}

/** What a page of the workbench hands to a chat: the thing that lies open under its code, else only where the app begins. */
let lyingOpen: Card | undefined;

/** For the sheet of a thing: as long as it lies open, the card of the page is this one. */
export function useCard(title: string, scene: string | undefined): void {
  useEffect(() => {
    lyingOpen = scene === undefined ? undefined : { title, path: pageUrl('shared', { scene }) };
    return () => {
      lyingOpen = undefined;
    };
  }, [title, scene]);
}

/** For the page under it: WeChat asks the page and never the button. */
export function useCardOfPage(): void {
  useShareAppMessage(() => lyingOpen ?? { title: '板凳：看公开、提意见、要信息', path: pageUrl('home') });
}
