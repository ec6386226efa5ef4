import { useEffect, useRef } from 'react';

const focusable = 'button, input, textarea, [tabindex="0"]';

/**
 * Keyboard manners of a dialog on the H5: focus goes in, Tab stays in, Escape closes, focus goes back.
 * In WeChat there is no document and nothing to do.
 */
export function useModalFocus(isOpen: boolean, onClose: () => void) {
  const panel = useRef<HTMLElement>(null);
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  });
  useEffect(() => {
    const inside = panel.current;
    if (!isOpen || process.env.TARO_ENV === 'weapp' || !inside) return undefined;
    const before = document.activeElement as HTMLElement | null;
    const stops = () => [...inside.querySelectorAll<HTMLElement>(focusable)];
    stops()[0]?.focus();
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') close.current();
      if (event.key !== 'Tab') return;
      const all = stops();
      const [first, last] = [all[0], all[all.length - 1]];
      const leaving = event.shiftKey ? first : last;
      if (document.activeElement !== leaving) return;
      event.preventDefault();
      (event.shiftKey ? last : first)?.focus();
    };
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('keydown', onKey);
      before?.focus();
    };
  }, [isOpen]);
  return panel;
}
