import { SearchOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useAccount } from '../../lib/session';
import { menuOf } from './menu';

const Palette = lazy(async () => ({ default: (await import('../../ui/palette')).Palette }));

/** The way to everything: a button, and Ctrl-K from anywhere. */
export function Finder() {
  const [isOpen, setOpen] = useState(false);
  const rooms = menuOf(useAccount());
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return;
      event.preventDefault();
      setOpen(true);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
  return (
    <>
      <Button icon={<SearchOutlined />} onClick={() => setOpen(true)} aria-keyshortcuts="Control+K">
        找记录 Ctrl K
      </Button>
      {isOpen && (
        <Suspense fallback={null}>
          <Palette rooms={rooms} close={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
