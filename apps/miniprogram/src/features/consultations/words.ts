import type { ConsultationDetail, PublicComment } from '@bandeng/contracts/types';
import { isEntry, type DraftItem } from '@/lib/place';

export type AnswerResult = NonNullable<PublicComment['answer']>['result'];

/** 新增, 改 2 处, 去掉; nothing for what stays as it is. */
export function changeWord(item: DraftItem): string | undefined {
  if (item.change === 'new') return '新增';
  if (item.change === 'removed') return '去掉';
  if (item.change === 'same') return undefined;
  return isEntry(item) ? `改 ${item.fields.filter(field => field.changed).length} 处` : '有改动';
}

/** How else one can be heard. */
export const wayWords: Record<ConsultationDetail['ways'][number]['kind'], string> = {
  letter: '写信',
  email: '发电子邮件',
  phone: '打电话',
  visit: '当面说',
  meeting: '来座谈会',
  hearing: '来听证会',
};

/** How a comment came, where it was not written here. */
export const channelWords: Record<PublicComment['channel'], string | undefined> = {
  wechat: undefined,
  h5: undefined,
  letter: '来信',
  phone: '电话里说的',
  email: '邮件',
  visit: '当面说的',
  proxy: '网格员代录',
  meeting: '座谈会上说的',
  hearing: '听证会上说的',
  bench: '板凳会上说的',
  survey: '问卷里写的',
};
