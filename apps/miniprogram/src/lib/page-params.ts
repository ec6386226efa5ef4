import { useRouter } from '@tarojs/taro';

/** Parameters this page was opened with, decoded: WeChat hands them on as they stand in the address. */
export function usePageParams(): Record<string, string | undefined> {
  const { params } = useRouter();
  const decoded: Record<string, string | undefined> = {};
  for (const [key, value] of Object.entries(params)) if (value !== undefined) decoded[key] = decode(value);
  return decoded;
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
