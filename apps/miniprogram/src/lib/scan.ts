import Taro from '@tarojs/taro';

/** The printed code in what a posted sheet's square says: its address carries it. */
export const codeIn = (text: string): string | undefined =>
  /[?&]code=([A-Za-z0-9]{6,12})(?:&|$)/.exec(text)?.[1]?.toUpperCase();

/** Reads the square on a posted sheet with WeChat's camera; undefined when nothing of ours was read, or it was given up. */
export async function scanCode(): Promise<string | undefined> {
  try {
    const { result } = await Taro.scanCode({ onlyFromCamera: true, scanType: ['qrCode'] });
    return codeIn(result);
  } catch {
    return undefined;
  }
}
