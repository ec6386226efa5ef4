export const PATH_HINT = '一级、二级之间用 › 或 / 隔开，可以不写';

/** What stands above an entry, as one line. */
export const pathText = (path: readonly string[]): string => path.join(' › ');

/** And back. */
export const pathOf = (text: string): string[] =>
  text
    .split(/[›/／>＞]/)
    .map(step => step.trim())
    .filter(Boolean);
