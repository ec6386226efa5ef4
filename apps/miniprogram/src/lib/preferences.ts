import Taro from '@tarojs/taro';
import { create } from 'zustand';
import { readStored, writeStored } from './storage';

export type TypeSize = 'standard' | 'large' | 'huge';
export type DarkMode = 'auto' | 'on' | 'off';

/** The community someone chose as theirs; kept on the phone, no login needed. */
export interface ChosenArea {
  id: string;
  name: string;
}

export interface Preferences {
  typeSize: TypeSize;
  elder: boolean;
  dark: DarkMode;
  area?: ChosenArea;
  /** The offer of elder mode was answered. */
  elderOffered: boolean;
  /** Knows who hears what is dictated. */
  voiceTold: boolean;
}

interface PreferencesState extends Preferences {
  /** What the phone itself is set to. */
  systemDark: boolean;
  systemLargeType: boolean;
}

const defaults: Preferences = {
  typeSize: 'standard',
  elder: false,
  dark: 'auto',
  elderOffered: false,
  voiceTold: false,
};

const usePreferencesStore = create<PreferencesState>(() => ({
  ...defaults,
  ...readStored<Preferences>('preferences'),
  systemDark: false,
  systemLargeType: false,
}));

export const usePreferences = (): PreferencesState => usePreferencesStore();

export function setPreferences(changes: Partial<Preferences>): void {
  usePreferencesStore.setState(changes);
  const { systemDark: _dark, systemLargeType: _large, ...kept } = usePreferencesStore.getState();
  writeStored('preferences', kept);
}

/** Class names of the root view of a page: sizes and colours follow from them (ui/styles/tokens.scss). */
export function themeClasses({ typeSize, elder, dark, systemDark }: PreferencesState): string {
  const isDark = dark === 'on' || (dark === 'auto' && systemDark);
  return ['theme', elder ? 'elder' : '', typeSize === 'standard' ? '' : `type-${typeSize}`, isDark ? 'dark' : '']
    .filter(Boolean)
    .join(' ');
}

/** The phone's own type size from which elder mode is offered: WeChat's 关怀模式 begins at 18, 16 is the default. */
const largeSystemType = 18;

interface AppBase {
  theme?: string;
  fontSizeSetting?: number;
}

/** Follows the phone's dark mode and reads its type size. Called once at start. */
export function watchSystem(): void {
  const base = Taro.getAppBaseInfo?.() as AppBase | undefined;
  const media = typeof window === 'undefined' ? undefined : window.matchMedia?.('(prefers-color-scheme: dark)');
  usePreferencesStore.setState({
    systemDark: base?.theme === 'dark' || media?.matches === true,
    systemLargeType: (base?.fontSizeSetting ?? 0) >= largeSystemType,
  });
  media?.addEventListener?.('change', ({ matches }) => usePreferencesStore.setState({ systemDark: matches }));
  Taro.onThemeChange?.(({ theme }) => usePreferencesStore.setState({ systemDark: theme === 'dark' }));
}
