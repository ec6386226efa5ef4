import Taro from '@tarojs/taro';
import { isWeapp } from './env';

/** Calls a number: WeChat asks before it dials, the browser opens the phone. */
export function call(phoneNumber: string): void {
  if (isWeapp) void Taro.makePhoneCall({ phoneNumber }).catch(() => undefined);
  else window.location.href = `tel:${phoneNumber.replace(/[^\d+]/g, '')}`;
}

/** Shows a place on the map of WeChat, or of whichever map the phone has for geo: links. */
export function showOnMap(place: { name: string; address: string; latitude: number; longitude: number }): void {
  if (isWeapp) void Taro.openLocation({ ...place, scale: 17 }).catch(() => undefined);
  else window.location.href = `geo:${place.latitude},${place.longitude}?q=${encodeURIComponent(place.name)}`;
}

/** Puts text where it can be pasted. Returns whether it worked. */
export async function copy(text: string): Promise<boolean> {
  return Taro.setClipboardData({ data: text }).then(
    () => true,
    () => false,
  );
}
