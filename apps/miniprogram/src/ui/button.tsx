import { Button as NativeButton, Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Icon } from './icon';
import type { IconName } from './icon';
import { Press } from './press';
import { toast } from './toast';

export interface ButtonProps {
  children: ReactNode;
  onPress?: () => void;
  /** filled: the one main action of a screen. line: others. quiet: beside the main one. plain: in a text. */
  look?: 'filled' | 'line' | 'quiet' | 'plain';
  icon?: IconName;
  wide?: boolean;
  block?: boolean;
  small?: boolean;
  /** Icon above the word, for the bar at the bottom. */
  stack?: boolean;
  danger?: boolean;
  label?: string;
  /** On its way: presses do nothing until it is over. */
  busy?: boolean;
  /** Why it cannot be pressed now; said when pressed, and shown under the word. */
  disabledBecause?: string;
  /** WeChat's own things behind a button (share, getPhoneNumber …). Only there in WeChat. */
  openType?: 'share' | 'getPhoneNumber' | 'openSetting' | 'agreePrivacyAuthorization';
  id?: string;
  onNativeResult?: (detail: Record<string, unknown>) => void;
}

function classesOf({ look = 'line', wide, block, small, stack, danger, disabledBecause }: ButtonProps): string {
  const looks = { filled: 'filled', line: 'line-btn', quiet: 'quiet', plain: 'plain' };
  const flags = { wide, block, small, stack, danger, off: disabledBecause !== undefined };
  const set = Object.entries(flags).filter(([, on]) => on);
  return ['btn', looks[look], ...set.map(([name]) => name)].join(' ');
}

/** A button. A repeated tap while `busy` sends nothing. */
export function Button(props: ButtonProps) {
  const { children, onPress, icon, label, busy, disabledBecause, openType, id, onNativeResult } = props;
  const inside = (
    <>
      {icon && <Icon name={icon} size="s" />}
      <View>
        <Text>{busy ? '请稍等…' : children}</Text>
        {disabledBecause !== undefined && <Text className="btn-why">{disabledBecause}</Text>}
      </View>
    </>
  );
  if (openType) {
    const result = (event: { detail: Record<string, unknown> }) => onNativeResult?.(event.detail);
    return (
      <NativeButton
        id={id}
        className={classesOf(props)}
        hoverClass="pressed"
        openType={openType as 'share'}
        aria-label={label}
        onClick={onPress}
        onGetPhoneNumber={result as never}
        onAgreePrivacyAuthorization={result as never}
        onOpenSetting={result as never}
      >
        {inside}
      </NativeButton>
    );
  }
  const press = () => {
    if (disabledBecause !== undefined) toast(disabledBecause, 'info');
    else if (!busy) onPress?.();
  };
  return (
    <Press onPress={press} label={label} className={classesOf(props)} disabled={busy || disabledBecause !== undefined}>
      {inside}
    </Press>
  );
}
