import { defineHandlers } from '../../../http/handlers';
import type { InformationRequestsDeps } from '../deps';
import { closeHandedOn } from './end-handed-on';
import { describeHandedOn, getHandedOn, listHandedOn, revealHandedOn } from './read-handed-on';

export const handedOnHandlers = (deps: InformationRequestsDeps) =>
  defineHandlers({
    'staff.handedOn.list': ({ actor, query }) => listHandedOn(deps, actor, query),
    'staff.handedOn.get': ({ actor, params }) => getHandedOn(deps, actor, params.id),
    'staff.handedOn.reveal': ({ actor, params, body }) => revealHandedOn(deps, actor, { id: params.id, ...body }),
    'staff.handedOn.close': async ({ actor, params, body }) =>
      describeHandedOn(deps, actor, await closeHandedOn(deps, actor, { id: params.id, body })),
  });
