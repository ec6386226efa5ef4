import { useRef } from 'react';

/** Who opens a dialog with a form begins to write in it at once: antd gives the focus to the dialog, not to its first field. */
export function useFirstField() {
  const place = useRef<HTMLDivElement>(null);
  return {
    place,
    afterOpenChange: (isOpen: boolean): void => {
      if (isOpen) place.current?.querySelector<HTMLElement>('input, textarea')?.focus();
    },
  };
}
