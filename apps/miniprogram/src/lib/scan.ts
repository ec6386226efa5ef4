import Taro from '@tarojs/taro';

/** The printed code in what a posted sheet's square says: its address carries it. */
export const codeIn = (text: string): string | undefined =>
  /[?&]code=([A-Za-z0-9]{6,12})(?:&|$)/.exec(text)?.[1]?.toUpperCase();

/** What a square says that WeChat's camera reads, or the page that a code of the mini-program leads to; undefined when it was given up. */
export async function readSquare(): Promise<string | undefined> {
  try {
    const { result, path } = await Taro.scanCode({ onlyFromCamera: true, scanType: ['qrCode'] });
    return path || result;
  } catch {
    return undefined;
  }
}

/** Reads the square on a posted sheet; undefined when nothing of ours was read, or it was given up. */
export async function scanCode(): Promise<string | undefined> {
  const text = await readSquare();
  return text === undefined ? undefined : codeIn(text);
}

/** The code that binds a post, off the office's screen. */
export async function scanBindingCode(): Promise<string | undefined> {
  return /^\d{12}$/.exec((await readSquare()) ?? '')?.[0];
}
