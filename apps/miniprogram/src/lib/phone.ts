import Taro from '@tarojs/taro';

/* The condition is written out in each place: so the build leaves Taro's H5 versions, which are large, out of the H5. */

/** Calls a number: WeChat asks before it dials, the browser opens the phone. */
export function call(phoneNumber: string): void {
  if (process.env.TARO_ENV === 'weapp') void Taro.makePhoneCall({ phoneNumber }).catch(() => undefined);
  else window.location.href = `tel:${phoneNumber.replace(/[^\d+]/g, '')}`;
}

/** Shows a place on the map of WeChat, or of whichever map the phone has for geo: links. */
export function showOnMap(place: { name: string; address: string; latitude: number; longitude: number }): void {
  if (process.env.TARO_ENV === 'weapp') void Taro.openLocation({ ...place, scale: 17 }).catch(() => undefined);
  else window.location.href = `geo:${place.latitude},${place.longitude}?q=${encodeURIComponent(place.name)}`;
}

/** Puts text where it can be pasted. Returns whether it worked. */
export async function copy(text: string): Promise<boolean> {
  try {
    if (process.env.TARO_ENV === 'weapp') await Taro.setClipboardData({ data: text });
    else await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
