import type { StaffRole } from '@bandeng/contracts/routes';
import { formatChineseDate } from '@bandeng/rules';
import type { Listener } from '../../platform/listeners';
import type { NotificationsDeps } from './deps';
import { listOnDuty } from './on-duty';
import { tell, type Told } from './tell';

const answerBy = (dueOn: unknown): string =>
  typeof dueOn === 'string' ? `，最晚 ${formatChineseDate(dueOn)}答复` : '';

/** What whoever asked is told of each step, with the date as the step left it. */
const AUTHOR_NEWS: Readonly<Record<string, (dueOn: unknown) => string>> = {
  'enquiry.accepted': dueOn => `受理了${answerBy(dueOn)}`,
  'enquiry.handed_on': () => '转给热线（12345）接着办了，期限照算',
  'enquiry.taken_back': () => '热线转回来了，这里接着办',
  'enquiry.refused': () => '这件事不归我们办，打开看看该找谁',
  'enquiry.conversion_offered': () => '这件事可以转为公开申请，转不转由你定，打开看看',
  'enquiry.answered': () => '答复出来了，打开看看，满不满意都请评一评',
  'enquiry.published': () => '遮住个人信息后公开了',
  'enquiry.hidden': () => '不再公开了，打开看看为什么；不同意的可以申诉一次',
  'enquiry.shown': () => '又公开了',
};
/** What a desk is told: the unit that has to act, whoever is on duty there, and with which roles when nobody is. */
const INTAKE: readonly StaffRole[] = ['office', 'street'];
const WORKING: readonly StaffRole[] = ['editor', 'office', 'street'];
const OFFICE_NEWS: Readonly<
  Record<string, { body: string; unit: 'unitId' | 'mainUnitId'; roles: readonly StaffRole[] }>
> = {
  'enquiry.submitted': { body: '有一件新留言，请受理', unit: 'unitId', roles: INTAKE },
  'enquiry.reopened': { body: '留言的人请求重办，请再交办', unit: 'unitId', roles: INTAKE },
  'enquiry.drafted': { body: '答复拟好了，请审核', unit: 'unitId', roles: INTAKE },
  'enquiry.assigned': { body: '有一件留言交给你们办', unit: 'mainUnitId', roles: WORKING },
  'enquiry.sent_back': { body: '答复退回来了，请改一改', unit: 'mainUnitId', roles: WORKING },
  'enquiry.conversion_declined': { body: '留言的人不转为公开申请，请接着办', unit: 'unitId', roles: INTAKE },
  'enquiry.converted': { body: '留言的人转为公开申请了，这件不用再办', unit: 'unitId', roles: INTAKE },
  'enquiry.reported': { body: '有人举报一件公开的留言，请看看', unit: 'unitId', roles: INTAKE },
  'enquiry.appealed': { body: '留言的人不同意收起来，请再看看', unit: 'unitId', roles: INTAKE },
  'enquiry.soon': { body: '答复的期限过了一半，或者只剩两个工作日，请抓紧', unit: 'unitId', roles: WORKING },
  'enquiry.due': { body: '期限到了，请今天办', unit: 'unitId', roles: WORKING },
};

/** 网上民声: whoever asked is told of each step, and the desk whose turn it is. */
export function enquiryListeners(deps: NotificationsDeps): Listener[] {
  const toldOf = (id: string, words: Omit<Told, 'link' | 'template'>): Told => ({
    ...words,
    link: { kind: 'enquiry', id },
    template: 'request_progress',
  });
  return [
    {
      name: 'notifications.enquiry-progress',
      events: Object.keys(AUTHOR_NEWS),
      handle: async ({ name, enquiryId, dueOn }, { entryId, once }) => {
        const enquiry = await deps.enquiries.findForMessage(String(enquiryId));
        const accountId = enquiry?.accountId;
        if (!enquiry || !accountId) return;
        const words = {
          about: `${name}:${entryId}`,
          kind: name,
          title: enquiry.title,
          body: AUTHOR_NEWS[name]!(dueOn),
        };
        await once(tx => tell(deps, [accountId], toldOf(enquiry.id, words), tx));
      },
    },
    {
      name: 'notifications.enquiry-office',
      events: Object.keys(OFFICE_NEWS),
      handle: async (event, { entryId, once }) => {
        const enquiry = await deps.enquiries.findForMessage(String(event.enquiryId));
        const { body, unit, roles } = OFFICE_NEWS[event.name]!;
        if (!enquiry) return;
        const accountIds = await listOnDuty(deps, String(event[unit]), roles);
        const words = { about: `${event.name}:${entryId}`, kind: event.name, title: enquiry.number, body };
        await once(tx => tell(deps, accountIds, toldOf(enquiry.id, words), tx));
      },
    },
  ];
}
