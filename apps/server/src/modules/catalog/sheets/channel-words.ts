import type { Channel } from '../entry-fields';
import { squeeze } from './sheet';

/** More specific words first: 便民服务站 before 服务中心, everything before the plain 网站. */
const CHANNEL_WORDS: [RegExp, Channel][] = [
  [/^其他|^其它/, 'other'],
  [/公报/, 'gazette'],
  [/两微|一微|微信|微博|新媒体|客户端|公众号|app/, 'new_media'],
  [/发布会|听证会/, 'press_hearing'],
  [/广播|电视/, 'broadcast'],
  [/纸质|报纸|报刊/, 'print'],
  [/查阅/, 'reading_point'],
  [/便民/, 'convenience_station'],
  [/服务中心|大厅/, 'service_center'],
  [/入户|现场/, 'doorstep'],
  [/公示栏|公告栏|宣传栏|公开栏|电子屏/, 'bulletin_board'],
  [/推送/, 'targeted_push'],
  [/网站|门户|官网/, 'website'],
];

/** The one of the 13 channels that a short text names. */
export function channelNamed(text: string): Channel | undefined {
  const word = squeeze(text);
  return CHANNEL_WORDS.find(([pattern]) => pattern.test(word))?.[1];
}
