import { fitTemplateValue } from '@bandeng/wechat';
import type { Config } from '../../config';
import type { MessageRecord, Template } from './notification.model';
import { shanghaiDate } from '../../platform/clock';

/** Keys of each template as they are registered with WeChat: title, what is new, day. */
const KEYS: Record<Template, { title: string; news: string; day: string }> = {
  consultation_result: { title: 'thing1', news: 'thing2', day: 'date3' },
  request_progress: { title: 'thing1', news: 'thing2', day: 'date3' },
  new_notice: { title: 'thing1', news: 'thing2', day: 'date3' },
};
const TEMPLATE_NAMES = Object.keys(KEYS) as Template[];

/** Template ids by name: those of the app id, or in demo mode ids that the simulator takes. */
export function templateIds(config: Pick<Config, 'isDemo' | 'wechatTemplates'>): Partial<Record<Template, string>> {
  const known = TEMPLATE_NAMES.flatMap(name => {
    const id = config.wechatTemplates[name] ?? (config.isDemo ? `demo-${name}` : undefined);
    return id === undefined ? [] : [[name, id] as const];
  });
  return Object.fromEntries(known);
}

/** The values of a message within the limits of their keys (FACTS §7). */
export function templateData(
  template: Template,
  message: Pick<MessageRecord, 'title' | 'body' | 'createdAt'>,
): Record<string, string> {
  const keys = KEYS[template];
  return {
    [keys.title]: fitTemplateValue(keys.title, message.title),
    [keys.news]: fitTemplateValue(keys.news, message.body),
    [keys.day]: shanghaiDate(message.createdAt),
  };
}

const PAGES: Record<NonNullable<MessageRecord['link']>['kind'], string> = {
  notice: 'subpackages/reading/notice/index',
  entry: 'subpackages/reading/entry/index',
  consultation: 'subpackages/participation/consultation/index',
  comment: 'subpackages/participation/consultation/index',
  outcome: 'subpackages/participation/outcome/index',
  'information-request': 'subpackages/requests/request/index',
  meeting: 'subpackages/participation/meeting/index',
  survey: 'subpackages/participation/survey/index',
  'survey-result': 'subpackages/participation/survey-result/index',
  enquiry: 'subpackages/enquiries/enquiry/index',
  report: 'subpackages/mine/reports/index',
};

/** The page of the mini-program that a tap on the message opens. */
export const pageOf = (link: MessageRecord['link']): string | undefined =>
  link ? `${PAGES[link.kind]}?id=${encodeURIComponent(link.id)}` : undefined;
