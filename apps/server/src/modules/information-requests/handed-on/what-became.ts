import { sayDate } from '@bandeng/rules';
import type { Became } from '../../../platform/module';
import type { InformationRequestsDeps } from '../deps';
import type { InformationRequestRecord } from '../information-request.model';
import { statusTextOf } from '../status-text';
import type { HandedOnRecord } from './handed-on.repository';

/** Of what is answered the worker learns that it is, and never what: the answer goes to the applicant by the way they chose. */
export async function whatBecame(deps: InformationRequestsDeps, ids: readonly string[]): Promise<Map<string, Became>> {
  const records = ids.length === 0 ? [] : await deps.handedOn.findAll(ids);
  const requests = await deps.requests.listByIds(records.flatMap(({ request }) => request?.id ?? []));
  const requestOf = new Map(requests.map(request => [request._id, request]));
  return new Map(
    records.map(record => {
      const said = sayState(deps, record, record.request ? requestOf.get(record.request.id) : undefined);
      return [record._id, { title: record.wanted, words: record.wanted, ...said }];
    }),
  );
}

const BY: Readonly<Record<InformationRequestRecord['delivery']['method'], string>> = {
  app: '在小程序里看',
  email: '发到了邮箱',
  post: '寄到家里',
  pickup: '要自己去取',
  on_site: '到现场看',
};

function sayState(
  { clock }: InformationRequestsDeps,
  { state, closing, confirmBy }: HandedOnRecord,
  request: InformationRequestRecord | undefined,
): Pick<Became, 'stateText' | 'answer' | 'isOver'> {
  const say = (day: string) => sayDate(day, clock.now());
  if (state === 'waiting') return { stateText: `办公室最晚${say(confirmBy)}给本人打电话`, answer: null, isOver: false };
  if (closing?.reason === 'unreachable')
    return {
      stateText: '办公室打电话没有找到本人',
      answer: '办公室打了电话，没有找到你，所以没有成为申请。还想要的话，跟我说个方便接电话的时间，我再转交一次。',
      isOver: false,
    };
  if (closing)
    return {
      stateText: closing.reason === 'answered' ? '办公室当场答复了本人' : '本人不要了',
      answer: null,
      isOver: true,
    };
  if (!request) return { stateText: '登记成申请了', answer: null, isOver: true };
  if (request.status === 'decided')
    return {
      stateText: '答复了',
      answer: `你要的信息，办公室答复了，编号 ${request.number}。答复${BY[request.delivery.method]}。`,
      isOver: false,
    };
  const due = request.dueOn === null ? '' : `，最晚${say(request.dueOn)}答复`;
  return { stateText: `登记成申请了，${statusTextOf(request)}${due}`, answer: null, isOver: false };
}
