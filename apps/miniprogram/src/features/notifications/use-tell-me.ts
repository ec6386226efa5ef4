import Taro from '@tarojs/taro';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { api } from '@/lib/api';
import { asApiError } from '@bandeng/contracts/api-error';
import { isWeapp } from '@/lib/env';
import { newId } from '@/lib/ids';
import { useAccount } from '@/lib/session';
import { toast } from '@/ui/toast';
import { subscriptions, usePutSubscriptions } from './api';
import type { SubscriptionItem, Template } from './api';

type Answer = 'accept' | 'reject' | 'ban' | 'filter';
const answers: readonly string[] = ['accept', 'reject', 'ban', 'filter'];

/** What WeChat answered, template by template; its own errMsg is left out. */
export function answersOf(result: Record<string, unknown>): Record<string, Answer> {
  const known = Object.entries(result).filter(([, answer]) => answers.includes(String(answer)));
  return Object.fromEntries(known) as Record<string, Answer>;
}

const words = {
  accept: '好，到时候微信告诉你',
  refused: '好，不发微信。消息还是在「我的」里',
  inbox: '好，有消息就放在「我的」里',
} as const;

/**
 * The one place that asks to be allowed to tell (UI.md 13): the inbox gets it in any case, and WeChat asks for one
 * message more. WeChat takes the question only straight from a tap, so the template's id is read beforehand.
 */
export function useTellMe(template: Template, item?: SubscriptionItem) {
  const client = useQueryClient();
  const isKnown = useAccount() !== undefined;
  const query = useQuery({ ...subscriptions(), enabled: isKnown });
  const put = usePutSubscriptions();
  const isBusy = useRef(false);
  const has = item && query.data?.items.some(known => known.kind === item.kind && known.id === item.id);

  const askWechat = async (): Promise<string> => {
    const templateId = query.data?.templateIds[template];
    if (!isWeapp || templateId === undefined) return words.inbox;
    const result = await Taro.requestSubscribeMessage({ tmplIds: [templateId], entityIds: [] });
    const given = answersOf(result as unknown as Record<string, unknown>);
    await api.call('me.subscriptionCredits.add', { body: { id: await newId(), answers: given } });
    await client.invalidateQueries({ queryKey: ['me.subscriptions.get'] });
    return given[templateId] === 'accept' ? words.accept : words.refused;
  };
  const tellMe = async () => {
    if (isBusy.current) return;
    isBusy.current = true;
    try {
      const said = await askWechat();
      if (item && !has && query.data) await put.mutateAsync([...query.data.items, item]);
      toast(said, 'bell');
    } catch (error) {
      // WeChat's own refusals (the switch in its settings is off) are no fault of anybody's.
      const isWechat = typeof (error as { errMsg?: unknown }).errMsg === 'string';
      toast(isWechat ? words.refused : asApiError(error).title, isWechat ? 'bell' : 'alert');
    } finally {
      isBusy.current = false;
    }
  };
  return { tellMe, isTold: has === true, credits: query.data?.credits[template] ?? 0 };
}
