import type { Message, Subscription } from '@bandeng/contracts/types';
import { open } from '@/lib/navigation';
import type { Template } from './api';

/** Whether WeChat told too: in words only, the inbox counts. */
export const wechatWords: Record<Message['wechat'], string> = {
  not_asked: '',
  sent: '微信里也发了一条',
  failed: '微信那条没发成，以这里为准',
  unknown: '微信那条收没收到不清楚，以这里为准',
};

export const kindWords: Record<Subscription['kind'], string> = {
  column: '栏目',
  domain: '领域',
  area: '社区、街道',
  consultation: '征集',
  entry: '事项',
};

export const templateWords: Record<Template, string> = {
  consultation_result: '意见的结果',
  request_progress: '申请的进展',
  new_notice: '新的公开',
};

/** Opens the thing a message is about. A message about a comment leads to what I said there. */
export function openLink({ kind, id }: NonNullable<Message['link']>): void {
  if (kind === 'comment') void open('myComments', { consultation: id });
  else if (kind === 'survey-result') void open('surveyResult', { id });
  else if (kind === 'report') void open('reports');
  else void open(kind === 'information-request' ? 'request' : kind, { id });
}
