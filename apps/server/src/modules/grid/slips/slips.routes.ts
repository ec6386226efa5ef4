import { defineHandlers } from '../../../http/handlers';
import type { GridDeps } from '../deps';
import { claimSlip, describeSlip } from './claim-slip';
import { listPads, voidPad } from './list-pads';
import { makePad } from './make-pad';

export const slipHandlers = (deps: GridDeps) =>
  defineHandlers({
    'staff.grid.pads.list': ({ actor, query }) => listPads(deps, actor, query),
    'staff.grid.pads.create': ({ actor, body, ctx }) => makePad(deps, actor, ctx, body),
    'staff.grid.pads.void': ({ actor, params }) => voidPad(deps, actor, params.id),
    'slips.get': ({ params }) => describeSlip(deps, params.code),
    'slips.claim': ({ actor, body }) => claimSlip(deps, actor, body),
  });
