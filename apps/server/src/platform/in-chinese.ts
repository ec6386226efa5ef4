import { z } from 'zod';

/** For parsing what a person wrote in a file: faults that a schema has no words of its own for are told in Chinese. */
export const inChinese = { error: z.locales.zhCN().localeError };
