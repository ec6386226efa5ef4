/**
 * What `@tarojs/components` is on the H5 and in tests: plain HTML with Taro's event shapes (`event.detail.value`).
 * Only the components and props this app uses. Pressable roles get keyboard and focus here, once for all.
 */
import { Fragment, createElement, forwardRef } from 'react';
import type { CSSProperties, KeyboardEvent, ReactNode, SyntheticEvent } from 'react';

interface HostProps {
  className?: string;
  style?: CSSProperties | string;
  children?: ReactNode;
  onClick?: (event: SyntheticEvent) => void;
  role?: string;
  tabIndex?: number;
  [other: string]: unknown;
}

const pressable = new Set(['button', 'link', 'tab', 'switch', 'checkbox', 'radio', 'option', 'menuitem']);

/** Props that mean something to WeChat only. */
const wechatOnly = new Set([
  'hoverClass', 'hoverStopPropagation', 'openType', 'enhanced', 'showScrollbar', 'scrollX', 'scrollY', 'scrollWithAnimation',
  'scrollIntoView', 'cursorSpacing', 'adjustPosition', 'showConfirmBar', 'confirmType', 'placeholderClass', 'autoHeight',
  'showMenuByLongpress', 'lazyLoad', 'userSelect', 'selectable', 'catchMove', 'lowerThreshold', 'onScrollToLower', 'disableDefaultPadding',
  'onGetPhoneNumber', 'onAgreePrivacyAuthorization', 'onOpenSetting', 'onContact',
]); // prettier-ignore

function clean({ style, ...props }: Record<string, unknown>): Record<string, unknown> {
  const out: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(props)) if (!wechatOnly.has(key)) out[key] = value;
  if (style && typeof style === 'object') out.style = style;
  return out;
}

function pressOnKey(event: KeyboardEvent<HTMLElement>) {
  if (event.target !== event.currentTarget) return;
  if (event.key !== 'Enter' && event.key !== ' ') return;
  event.preventDefault();
  event.currentTarget.click();
}

function box(tag: string) {
  return forwardRef<HTMLElement, HostProps>(function Box(props, ref) {
    const usable = props.onClick != null && pressable.has(String(props.role));
    const keyboard = usable ? { tabIndex: props.tabIndex ?? 0, onKeyDown: pressOnKey } : {};
    return createElement(tag, { ...clean(props), ...keyboard, ref } as object);
  });
}

export const View = box('div');
export const Text = box('span');
export const Label = box('label');

export function Button({ className = '', disabled, ...props }: HostProps) {
  return <button type="button" className={`h-button ${className}`} disabled={Boolean(disabled)} {...clean(props)} />;
}

interface FieldProps extends HostProps {
  value?: string;
  maxlength?: number;
  password?: boolean;
  type?: string;
  focus?: boolean;
  onInput?: (event: { detail: { value: string } }) => void;
  onBlur?: (event: { detail: { value: string } }) => void;
  onFocus?: (event: { detail: { value: string } }) => void;
  onConfirm?: (event: { detail: { value: string } }) => void;
}

const detail = (event: { currentTarget: { value: string } }) => ({ detail: { value: event.currentTarget.value } });

/** WeChat's keyboards, said in HTML. */
const inputModes: Record<string, string> = { number: 'numeric', digit: 'decimal', idcard: 'text', tel: 'tel' };

function fieldProps({
  onInput,
  onBlur,
  onFocus,
  onConfirm,
  className = '',
  maxlength,
  value,
  focus,
  type: _type,
  password: _password,
  ...rest
}: FieldProps) {
  return {
    ...clean(rest),
    className: `h-input ${className}`,
    value: value ?? '',
    autoFocus: focus,
    ...(maxlength != null && maxlength > 0 ? { maxLength: maxlength } : {}),
    onChange: (event: { currentTarget: { value: string } }) => onInput?.(detail(event)),
    onBlur: (event: { currentTarget: { value: string } }) => onBlur?.(detail(event)),
    onFocus: (event: { currentTarget: { value: string } }) => onFocus?.(detail(event)),
    onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => {
      // Enter that ends a pinyin composition is not a confirmation.
      if (event.key === 'Enter' && !event.nativeEvent.isComposing) onConfirm?.(detail(event));
    },
  };
}

export function Input(props: FieldProps) {
  const mode = inputModes[props.type ?? ''];
  return (
    <input
      type={props.password ? 'password' : 'text'}
      {...(mode ? { inputMode: mode as 'numeric' } : {})}
      {...fieldProps(props)}
    />
  );
}

export function Textarea(props: FieldProps) {
  return <textarea rows={4} {...(fieldProps({ ...props, onConfirm: undefined }) as Record<string, unknown>)} />;
}

/** How Taro's image modes are said in CSS. */
const fits: Record<string, CSSProperties> = {
  aspectFit: { objectFit: 'contain' },
  aspectFill: { objectFit: 'cover' },
  widthFix: { width: '100%', height: 'auto' },
};

export function Image({ className = '', mode, src, style, ...props }: HostProps & { src?: string; mode?: string }) {
  const fit = { ...fits[mode ?? ''], ...(typeof style === 'object' ? style : {}) };
  return (
    <img
      alt={String(props['aria-label'] ?? '')}
      className={`h-image ${className}`}
      src={src}
      loading="lazy"
      {...clean(props)}
      style={fit}
    />
  );
}

export function Video({ src, ...props }: HostProps & { src?: string }) {
  return <video src={src} controls preload="none" playsInline {...clean(props)} />;
}

export function ScrollView({ className = '', ...props }: HostProps) {
  const { scrollX, children, ...rest } = props;
  return (
    <div className={`${scrollX ? 'h-scroll-x' : 'h-scroll-y'} ${className}`} {...clean(rest)}>
      {children}
    </div>
  );
}

interface PickerProps extends HostProps {
  value: string;
  start?: string;
  end?: string;
  onChange: (event: { detail: { value: string } }) => void;
}

/** A day by the browser's own calendar, which lies unseen over what is shown for it. */
export function Picker({ value, start, end, onChange, children, 'aria-label': label }: PickerProps) {
  return (
    <label className="h-picker">
      {children}
      <input
        className="h-picker-day"
        type="date"
        aria-label={String(label)}
        {...{ value, min: start, max: end }}
        onClick={event => event.currentTarget.showPicker?.()}
        onChange={event => onChange(detail(event))}
      />
    </label>
  );
}

/** Taro wraps pages that can be pulled down; the browser's own reload does for us. */
export function PullDownRefresh({ children }: { children?: ReactNode }) {
  return <Fragment>{children}</Fragment>;
}
