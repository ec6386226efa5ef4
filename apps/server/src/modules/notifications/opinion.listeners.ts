import district from '../../../../../config/district.json';
import type { Listener } from '../../platform/listeners';
import type { NotificationsDeps } from './deps';
import { listOnDuty } from './on-duty';
import { tell } from './tell';

const DUTIES: Readonly<Record<string, string>> = { inform: '发布权威信息', brief: '开新闻发布会' };
const STEPS: Readonly<Record<string, (duty: string) => string>> = {
  half: duty => `${duty}的时限过了一半，请抓紧`,
  soon: duty => `${duty}只剩一个小时`,
  due: duty => `${duty}的时限到了，还没有记下做过`,
};

const NEWS: Readonly<Record<string, string>> = {
  'opinion.registered': '登记了一件舆情，由你们处置',
  'opinion.reassigned': '一件舆情改由你们处置，时限照算',
};

/** 舆情: who is on duty at the unit that answers for it; when the hour is there the district's office and its head as well. Read at a desk: it has no page on the phone. */
export function opinionListeners(deps: NotificationsDeps): Listener[] {
  return [
    {
      name: 'notifications.opinion',
      events: ['opinion.registered', 'opinion.reminded', 'opinion.reassigned'],
      handle: async ({ name, opinionId, unitId, duty, step, to }, { entryId, once }) => {
        const opinion = await deps.opinions.findForMessage(String(opinionId));
        if (!opinion) return;
        const own = await listOnDuty(deps, String(unitId), ['office', 'street']);
        const above =
          to === 'above'
            ? await deps.identity.listStaffAccounts(['office', 'head'], district.informationOfficeUnitId)
            : [];
        const words = NEWS[name] ?? STEPS[String(step)]?.(DUTIES[String(duty)] ?? '') ?? '';
        const told = {
          ...{ about: `${name}:${entryId}`, kind: name, title: opinion.title, link: null },
          ...{ body: `${words}，请在办公电脑上打开舆情`, template: 'request_progress' as const },
        };
        await once(tx => tell(deps, [...new Set([...own, ...above])], told, tx));
      },
    },
    {
      name: 'notifications.opinion-given-away',
      events: ['opinion.reassigned'],
      handle: async ({ name, opinionId, fromUnitId }, { entryId, once }) => {
        const opinion = await deps.opinions.findForMessage(String(opinionId));
        if (!opinion) return;
        const told = {
          ...{ about: `${name}:${entryId}:from`, kind: name, title: opinion.title, link: null },
          ...{ body: '这件舆情的责任单位改了，不再由你们处置', template: 'request_progress' as const },
        };
        const before = await listOnDuty(deps, String(fromUnitId), ['office', 'street']);
        await once(tx => tell(deps, before, told, tx));
      },
    },
  ];
}
