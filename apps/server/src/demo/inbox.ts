import type { DemoDistrict, DemoRequestStep } from '../../../../config/demo';
import type { LoadedMessage } from '../modules/notifications';
import { demoUuid } from './demo-ids';

/** Older messages than this have been read. */
const UNREAD_FOR_MS = 8 * 86_400_000;

const REQUEST_WORDS: Partial<Record<DemoRequestStep['kind'], [event: string, body: string]>> = {
  register: ['information-request.registered', '已登记，从第二天起 20 个工作日内答复'],
  askCorrection: ['information-request.correction_asked', '有几处要你补正，打开看看'],
  extend: ['information-request.extended', '延长了，打开看新的日期'],
  decide: ['information-request.decided', '答复出来了，打开看看'],
};

/** What residents were told of their requests and of the consultations they spoke in, in the words of the listeners. */
export function inboxOf(
  { requests, consultations, residents }: DemoDistrict,
  { now, accountIds }: { now: Date; accountIds: ReadonlyMap<string, string> },
): LoadedMessage[] {
  const message = (
    residentKey: string,
    given: Pick<LoadedMessage, 'kind' | 'title' | 'body' | 'link'> & { about: string; at: string },
  ): LoadedMessage[] => {
    const accountId = accountIds.get(residentKey);
    if (accountId === undefined) return [];
    const { about, at, ...told } = given;
    const createdAt = new Date(at);
    const isRead = now.getTime() - createdAt.getTime() > UNREAD_FOR_MS;
    const readAt = isRead ? new Date(createdAt.getTime() + 3 * 3_600_000) : null;
    return [{ key: `demo:${about}:${accountId}`, accountId, ...told, createdAt, readAt }];
  };
  const ofRequests = requests.flatMap(({ key, residentKey, content, steps }) =>
    steps.flatMap(step => {
      const words = REQUEST_WORDS[step.kind];
      if (!words) return [];
      const link = { kind: 'information-request' as const, id: demoUuid('request', key) };
      const about = `${words[0]}:${key}`;
      return message(residentKey, { about, at: step.at, kind: words[0], title: content.name, body: words[1], link });
    }),
  );
  const residentKeys = new Set(residents.map(resident => resident.key));
  const ofOutcomes = consultations.flatMap(({ key, question, comments, outcome }) => {
    if (!outcome) return [];
    const authors = new Set(comments.flatMap(({ authorKey }) => authorKey ?? []));
    const link = { kind: 'outcome' as const, id: demoUuid('consultation', key) };
    return [...authors]
      .filter(author => residentKeys.has(author))
      .flatMap(author =>
        message(author, {
          about: `consultation.answered:${key}`,
          at: outcome.publishedAt,
          kind: 'consultation.answered',
          title: question,
          body: '意见的下落公布了',
          link,
        }),
      );
  });
  return [...ofRequests, ...ofOutcomes];
}
