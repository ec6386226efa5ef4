import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { ReactNode } from 'react';
import { isWeapp } from '../lib/env';
import { back } from '../lib/navigation';
import { Icon } from './icon';
import { Press } from './press';
import { Heading } from './text';

interface Corner {
  statusBar: number;
  height: number;
  /** Kept free for WeChat's capsule, 102 px and more on a common phone. */
  right: number;
}

/** Where WeChat draws its capsule, in px of this phone. Measured once: it does not move. */
function measureCorner(): Corner {
  const { statusBarHeight = 20, windowWidth } = Taro.getWindowInfo();
  const capsule = Taro.getMenuButtonBoundingClientRect();
  return {
    statusBar: statusBarHeight,
    height: capsule.height + 2 * (capsule.top - statusBarHeight),
    right: windowWidth - capsule.left + 8,
  };
}

let corner: Corner | undefined;

export interface NavBarProps {
  /** Of a page that one comes back from; tab pages put something of their own here. */
  title?: string;
  isHeading?: boolean;
  lead?: ReactNode;
  tone?: 'plain' | 'wood';
}

/** The bar at the top: ours in WeChat (its corner stays empty) and on the H5 (which has none). */
export function NavBar({ title, isHeading = false, lead, tone = 'plain' }: NavBarProps) {
  if (isWeapp) corner ??= measureCorner();
  const frame = corner ? { paddingTop: `${corner.statusBar}px` } : undefined;
  const row = corner ? { minHeight: `${corner.height}px`, paddingRight: `${corner.right}px` } : undefined;
  return (
    <View className={`nav ${tone === 'wood' ? 'wood-top' : ''}`} style={frame} role="banner">
      <View className="nav-row" style={row}>
        {lead ?? (
          <>
            <Press className="nav-back" label="返回" onPress={() => void back()}>
              <Icon name="back" />
            </Press>
            {isHeading ? (
              <Heading level={1} className="nav-title sub">
                {title}
              </Heading>
            ) : (
              <View className="nav-title sub">{title}</View>
            )}
            {!corner && <View className="nav-right" />}
          </>
        )}
      </View>
    </View>
  );
}
