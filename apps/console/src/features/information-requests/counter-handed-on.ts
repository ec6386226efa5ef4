import { api } from '../../lib/http';
import type { CounterFields } from './counter-body';

/** What a form at the counter begins with: what a grid worker had handed on. */
export interface Begun {
  id: string;
  fields: Partial<CounterFields>;
}

const REASON = '打电话核实好了，登记申请';

/** Whom the officer has just called, and what they want; spoken and written down for them, unless they came to the window. */
export async function readHandedOn(id: string): Promise<Begun> {
  const { wanted, method, unit } = await api.call('staff.handedOn.get', { params: { id } });
  const [name, phone] = await Promise.all(
    (['name', 'phone'] as const).map(field =>
      api.call('staff.handedOn.reveal', { params: { id }, body: { field, reason: REASON } }),
    ),
  );
  return {
    id,
    fields: {
      ...{ channel: 'spoken', unitId: unit.id, wanted, ...(method && { method }) },
      ...{ name: name!.value, phone: phone!.value },
    },
  };
}
