import { View } from '@tarojs/components';

/** Names in ui/styles/icons.scss; a test holds the two together. */
export const iconNames = [
  'alert',
  'arrow',
  'back',
  'bell',
  'bench',
  'book',
  'building',
  'check',
  'clock',
  'close',
  'comment',
  'copy',
  'down',
  'elder',
  'file',
  'flag',
  'forbidden',
  'gear',
  'half',
  'hand',
  'home',
  'image',
  'inbox',
  'info',
  'list',
  'lock',
  'mic',
  'offline',
  'pause',
  'pencil',
  'people',
  'person',
  'phone',
  'pin',
  'play',
  'plus',
  'question',
  'request',
  'right',
  'saved',
  'search',
  'share',
  'speaker',
  'star',
  'starred',
  'stop',
  'thumb',
  'undo',
  'up',
] as const;

export type IconName = (typeof iconNames)[number];

interface IconProps {
  name: IconName;
  /** xs 14, s 18, m 22 (default), l 28 at the usual type size. */
  size?: 'xs' | 's' | 'm' | 'l';
  className?: string;
}

/** A drawn sign beside a word; never alone, so screen readers pass over it. */
export function Icon({ name, size = 'm', className = '' }: IconProps) {
  return <View className={`icon ${size === 'm' ? '' : size} i-${name} ${className}`} aria-hidden="true" />;
}
