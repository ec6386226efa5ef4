import Taro from '@tarojs/taro';

/** Whether what is downloaded now is paid for by the byte, as far as the phone says. */
export async function isOnMobileData(): Promise<boolean> {
  if (process.env.TARO_ENV === 'weapp') {
    const { networkType } = await Taro.getNetworkType().catch(() => ({ networkType: 'unknown' }));
    return !['wifi', 'unknown', 'none'].includes(networkType);
  }
  // Only some browsers on phones say it.
  const { connection } = navigator as { connection?: { type?: string } };
  return connection?.type === 'cellular';
}
