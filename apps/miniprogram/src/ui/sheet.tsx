import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Button } from './button';
import { Icon } from './icon';
import { Press } from './press';
import { Heading } from './text';
import { useModalFocus } from './use-modal-focus';

interface SheetProps {
  open: boolean;
  title: string;
  note?: string;
  onClose: () => void;
  /** At the bottom, always in sight. */
  foot?: ReactNode;
  children: ReactNode;
}

/** A panel from below, for one task. */
export function Sheet({ open, title, note, onClose, foot, children }: SheetProps) {
  const panel = useModalFocus(open, onClose);
  if (!open) return null;
  return (
    <View>
      <View className="scrim" onClick={onClose} aria-hidden="true" />
      <View ref={panel} className="sheet" role="dialog" aria-modal="true" aria-label={title}>
        <View className="sheet-head">
          <View className="grow">
            <Heading level={2}>{title}</Heading>
            {note && <View className="note">{note}</View>}
          </View>
          <Press className="sheet-close" label="关上" onPress={onClose}>
            <Icon name="close" />
          </Press>
        </View>
        <View className="sheet-body">{children}</View>
        {foot && <View className="sheet-foot">{foot}</View>}
      </View>
    </View>
  );
}

interface DialogProps {
  open: boolean;
  title: string;
  children?: ReactNode;
  confirm: { text: string; onPress: () => void; danger?: boolean; busy?: boolean };
  /** Text of the way out; 先不 unless it should say more. */
  cancel?: string;
  onClose: () => void;
}

/** A question that must be answered before going on. Withdrawing and objecting are never filled (UI.md 1). */
export function Dialog({ open, title, children, confirm, cancel = '先不', onClose }: DialogProps) {
  const panel = useModalFocus(open, onClose);
  if (!open) return null;
  return (
    <View>
      <View className="scrim" onClick={onClose} aria-hidden="true" />
      <View ref={panel} className="dialog" role="alertdialog" aria-modal="true" aria-label={title}>
        <Heading level={2}>{title}</Heading>
        {children && <View className="mt2 ink2">{children}</View>}
        <View className="dialog-acts">
          <Button look="quiet" wide onPress={onClose}>
            {cancel}
          </Button>
          <Button look={confirm.danger ? 'line' : 'filled'} wide busy={confirm.busy} onPress={confirm.onPress}>
            {confirm.text}
          </Button>
        </View>
      </View>
    </View>
  );
}
