import { View } from '@tarojs/components';
import type { ReactNode } from 'react';

export interface PressProps {
  onPress: () => void;
  /** What a screen reader says; without it, the text inside. */
  label?: string;
  role?: 'button' | 'link' | 'tab' | 'switch' | 'checkbox' | 'radio' | 'option';
  className?: string;
  checked?: boolean;
  selected?: boolean;
  expanded?: boolean;
  current?: boolean;
  disabled?: boolean;
  children?: ReactNode;
}

/** Anything that is pressed: says its role and state, shows the press at once, works by keyboard on the H5. */
export function Press({ onPress, label, role = 'button', className = '', children, ...state }: PressProps) {
  return (
    <View
      className={`press ${className}`}
      hoverClass={state.disabled ? 'none' : 'pressed'}
      role={role}
      aria-label={label}
      aria-checked={state.checked}
      aria-selected={state.selected}
      aria-expanded={state.expanded}
      aria-current={state.current ? 'page' : undefined}
      aria-disabled={state.disabled || undefined}
      onClick={event => {
        event.stopPropagation();
        onPress();
      }}
    >
      {children}
    </View>
  );
}
