import { theme, type ThemeConfig } from 'antd';
import { useSyncExternalStore } from 'react';

const FONT =
  '-apple-system, "PingFang SC", "HarmonyOS Sans SC", "MiSans", "Noto Sans CJK SC", "Noto Sans SC", "Microsoft YaHei", sans-serif';

const shared = {
  fontFamily: FONT,
  fontSize: 14,
  borderRadius: 8,
  controlHeight: 36,
  fontWeightStrong: 600,
  linkHoverDecoration: 'underline',
};

/** The tokens of the mini-program (UI.md) as antd takes them. */
const light: ThemeConfig = {
  algorithm: theme.defaultAlgorithm,
  token: {
    ...shared,
    colorPrimary: '#0F766E',
    colorInfo: '#1D4ED8',
    colorLink: '#0F766E',
    // What would be mixed from it is too light to read on white.
    colorLinkHover: '#0B5A54',
    colorLinkActive: '#0B5A54',
    colorSuccess: '#15803D',
    // What would be mixed from these two is too dark to read them on.
    colorSuccessBg: '#F0FDF4',
    colorWarning: '#B45309',
    colorWarningBg: '#FEF3C7',
    colorError: '#B91C1C',
    colorText: '#111827',
    colorTextSecondary: '#374151',
    colorTextDescription: '#5B6370',
    colorTextTertiary: '#5B6370',
    colorTextPlaceholder: '#6B7280',
    colorBorder: '#858C96',
    colorBorderSecondary: '#E5E7EB',
    colorBgLayout: '#F6F7F4',
    colorBgContainer: '#FFFFFF',
  },
  components: {
    Menu: { itemSelectedBg: '#E3F1EE', itemSelectedColor: '#0B5A54' },
    Table: { rowSelectedBg: '#E3F1EE', rowSelectedHoverBg: '#E3F1EE' },
  },
};
const dark: ThemeConfig = {
  algorithm: theme.darkAlgorithm,
  token: {
    ...shared,
    colorPrimary: '#2DD4BF',
    colorTextLightSolid: '#042F2A',
    colorInfo: '#93B4FD',
    colorLink: '#2DD4BF',
    colorLinkHover: '#5EEAD4',
    colorLinkActive: '#5EEAD4',
    colorSuccess: '#4ADE80',
    colorWarning: '#FBBF24',
    colorError: '#F87171',
    colorText: '#F3F4F6',
    colorTextSecondary: '#D1D5DB',
    colorTextDescription: '#9CA3AF',
    colorTextTertiary: '#9CA3AF',
    colorTextPlaceholder: '#9CA3AF',
    colorBorder: '#7A8582',
    colorBorderSecondary: '#2A302E',
    colorBgLayout: '#0B0F0E',
    colorBgContainer: '#151A19',
    colorBgElevated: '#1D2422',
  },
  components: {
    Menu: { itemSelectedBg: '#12302C', itemSelectedColor: '#5EEAD4' },
    Table: { rowSelectedBg: '#12302C', rowSelectedHoverBg: '#12302C' },
  },
};

/** Whether the computer asks for something, also when that changes. */
function useMedia(query: string): boolean {
  return useSyncExternalStore(
    listener => {
      const media = window.matchMedia(query);
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    () => window.matchMedia(query).matches,
  );
}

/** Light or dark as the computer has it. */
export function useTheme(): ThemeConfig {
  const { token, ...look } = useMedia('(prefers-color-scheme: dark)') ? dark : light;
  // antd shows what opens only when its animation has ended: taken away by CSS alone, it would never be seen.
  const motion = !useMedia('(prefers-reduced-motion: reduce)');
  // Its variables are ours too (desk.css).
  return { ...look, token: { ...token, motion }, cssVar: { key: 'desk' } };
}
