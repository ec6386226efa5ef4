import { unitsOf } from '../../../http/actor';
import { created, defineHandlers } from '../../../http/handlers';
import type { NoticesDeps } from '../deps';
import { concludePosting, extendPosting, getReadablePosting } from './conclude-posting';
import { createObjection, recordObjection } from './create-objection';
import { describeObjections, describeOwnObjections, describePosting, presentPostings } from './posting.presenter';
import { examineObjection, getReadableObjection, revealObjector, settleObjection } from './settle-objection';

export function postingHandlers(deps: NoticesDeps) {
  const { objections, postings, clock } = deps;
  return defineHandlers({
    'notices.objections.create': async ({ actor, params, body }) => {
      const { record, isNew } = await createObjection(deps, actor, { noticeId: params.id, ...body });
      return created((await describeOwnObjections(deps, [record]))[0]!, isNew);
    },
    'me.objections.list': async ({ actor, query }) => {
      const page = await objections.listOfAccount(actor.accountId, query.notice, query);
      return { ...page, items: await describeOwnObjections(deps, page.items) };
    },
    'staff.postings.list': async ({ actor, query }) => {
      const unitIds = unitsOf(actor, 'editor', 'office', 'street', 'head', 'supervisor');
      return presentPostings(deps, await postings.list({ state: query.state, unitIds, now: clock.now() }, query));
    },
    'staff.postings.get': async ({ actor, params }) =>
      describePosting(deps, actor, await getReadablePosting(deps, actor, params.id)),
    'staff.postings.objections': async ({ actor, params, query }) => {
      await getReadablePosting(deps, actor, params.id);
      const page = await objections.listOfNotice(params.id, query);
      return { ...page, items: await describeObjections(deps, actor, page.items) };
    },
    'staff.postings.record': async ({ actor, params, body }) => {
      const { record, isNew } = await recordObjection(deps, actor, { noticeId: params.id, ...body });
      return created((await describeObjections(deps, actor, [record]))[0]!, isNew);
    },
    'staff.postings.extend': async ({ actor, params, body }) =>
      describePosting(deps, actor, await extendPosting(deps, actor, { id: params.id, ...body })),
    'staff.postings.conclude': async ({ actor, params, body }) =>
      describePosting(deps, actor, await concludePosting(deps, actor, { id: params.id, ...body })),
    'staff.objections.get': async ({ actor, params }) => {
      const record = await getReadableObjection(deps, actor, params.id);
      return (await describeObjections(deps, actor, [record]))[0]!;
    },
    'staff.objections.reveal': ({ actor, params, body }) => revealObjector(deps, actor, { id: params.id, ...body }),
    'staff.objections.examine': async ({ actor, params }) =>
      (await describeObjections(deps, actor, [await examineObjection(deps, actor, params.id)]))[0]!,
    'staff.objections.settle': async ({ actor, params, body }) =>
      (await describeObjections(deps, actor, [await settleObjection(deps, actor, { id: params.id, ...body })]))[0]!,
  });
}
