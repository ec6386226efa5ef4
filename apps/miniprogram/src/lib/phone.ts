import Taro from '@tarojs/taro';

/* The condition is written out in each place: so the build leaves Taro's H5 versions, which are large, out of the H5. */

/** Calls a number: WeChat asks before it dials, the browser opens the phone. */
export function call(phoneNumber: string): void {
  if (process.env.TARO_ENV === 'weapp') void Taro.makePhoneCall({ phoneNumber }).catch(() => undefined);
  else window.location.href = `tel:${phoneNumber.replace(/[^\d+]/g, '')}`;
}

interface MapPlace {
  name: string;
  address: string;
  latitude: number;
  longitude: number;
}

/** What the map of this phone is called by: Android's take geo: links, Apple's its own; on a desk there is none. */
function mapLink({ name, latitude, longitude }: MapPlace): string | undefined {
  const [at, what] = [`${latitude},${longitude}`, encodeURIComponent(name)];
  if (/Android/i.test(navigator.userAgent)) return `geo:${at}?q=${at}(${what})`;
  if (/iPhone|iPad/i.test(navigator.userAgent)) return `maps://?ll=${at}&q=${what}`;
  return undefined;
}

/** Shows a place on the map of WeChat or of the phone; without one the address is copied. Returns what is to be said then. */
export async function showOnMap(place: MapPlace): Promise<string | undefined> {
  if (process.env.TARO_ENV === 'weapp') {
    await Taro.openLocation({ ...place, scale: 17 }).catch(() => undefined);
    return undefined;
  }
  const link = mapLink(place);
  if (link !== undefined) window.location.href = link;
  else return (await copy(place.address)) ? '这里没有地图，地址复制好了' : '这里没有地图，请照着地址找';
  return undefined;
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
