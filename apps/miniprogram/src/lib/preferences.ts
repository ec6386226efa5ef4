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
  /** Turned the letters smaller that were large because the page came off paper. */
  smallOffPaper: boolean;
  /** Knows who hears what is dictated. */
  voiceTold: boolean;
}

interface PreferencesState extends Preferences {
  /** What the phone itself is set to. */
  systemDark: boolean;
  systemLargeType: boolean;
  /** What is open was scanned off paper: large letters until they are turned smaller, or the app is left. */
  isOffPaper: boolean;
}

const defaults: Preferences = {
  typeSize: 'standard',
  elder: false,
  dark: 'auto',
  elderOffered: false,
  smallOffPaper: false,
  voiceTold: false,
};

const usePreferencesStore = create<PreferencesState>(() => ({
  ...defaults,
  ...readStored<Preferences>('preferences'),
  systemDark: false,
  systemLargeType: false,
  isOffPaper: false,
}));

export const usePreferences = (): PreferencesState => usePreferencesStore();

export function setPreferences(changes: Partial<Preferences>): void {
  usePreferencesStore.setState(changes);
  const { systemDark: _dark, systemLargeType: _large, isOffPaper: _paper, ...kept } = usePreferencesStore.getState();
  writeStored('preferences', kept);
}

/** Whoever scans a poster or a sheet reads it in large letters at once, unless they turned them smaller before. */
export function openOffPaper(): void {
  if (!usePreferencesStore.getState().smallOffPaper) usePreferencesStore.setState({ isOffPaper: true });
}

/** The choice of who scanned: it holds for the next time, too. */
export function chooseLetters(isLarge: boolean): void {
  setPreferences({ elder: isLarge, elderOffered: true, smallOffPaper: !isLarge });
  usePreferencesStore.setState({ isOffPaper: false });
}

export const isLargeType = ({ elder, isOffPaper }: Pick<PreferencesState, 'elder' | 'isOffPaper'>): boolean =>
  elder || isOffPaper;

/** Class names of the root view of a page: sizes and colours follow from them (ui/styles/tokens.scss). */
export function themeClasses({ typeSize, elder, isOffPaper, dark, systemDark }: PreferencesState): string {
  const isDark = dark === 'on' || (dark === 'auto' && systemDark);
  return [
    'theme',
    isLargeType({ elder, isOffPaper }) ? 'elder' : '',
    typeSize === 'standard' ? '' : `type-${typeSize}`,
    isDark ? 'dark' : '',
  ]
    .filter(Boolean)
    .join(' ');
}

/** The phone's own type size from which elder mode is offered: WeChat's 关怀模式 begins at 18, 16 is the default. */
const largeSystemType = 18;

interface AppBase {
  theme?: string;
  fontSizeSetting?: number;
}

/** What the browser's own settings make of ordinary type. */
function browserType(): number {
  if (typeof document === 'undefined') return 0;
  const sample = document.createElement('span');
  sample.style.fontSize = 'medium';
  document.body.append(sample);
  const size = Number.parseFloat(getComputedStyle(sample).fontSize);
  sample.remove();
  return size;
}

/** Follows the phone's dark mode and reads its type size. Called once at start. */
export function watchSystem(): void {
  const base = Taro.getAppBaseInfo?.() as AppBase | undefined;
  const media = typeof window === 'undefined' ? undefined : window.matchMedia?.('(prefers-color-scheme: dark)');
  usePreferencesStore.setState({
    systemDark: base?.theme === 'dark' || media?.matches === true,
    systemLargeType: (base?.fontSizeSetting ?? browserType()) >= largeSystemType,
  });
  media?.addEventListener?.('change', ({ matches }) => usePreferencesStore.setState({ systemDark: matches }));
  Taro.onThemeChange?.(({ theme }) => usePreferencesStore.setState({ systemDark: theme === 'dark' }));
}
