import type { RouteCall } from '@bandeng/contracts/types';
import type { assistanceKinds } from '@bandeng/rules';

type Body = RouteCall<'staff.informationRequests.receive'>['body'];
type Person = Extract<Body['applicant'], { kind: 'person' }>;
type Organization = Extract<Body['applicant'], { kind: 'organization' }>;
export type CounterChannel = Body['channel'];
export type CounterMethod = Body['delivery']['method'];

/** What is written on the form at the counter. */
export interface CounterFields {
  unitId: string;
  channel: CounterChannel;
  submittedOn: string;
  receivedOn?: string;
  isReadBack?: boolean;
  kind: 'person' | 'organization';
  name: string;
  idType: Person['idDocument']['type'];
  idNumber: string;
  organizationKind: Organization['organizationKind'];
  representative?: string;
  contact?: string;
  phone: string;
  email?: string;
  address?: string;
  wanted: string;
  description?: string;
  method: CounterMethod;
  help?: (keyof typeof assistanceKinds)[];
  identity?: readonly string[];
  hasAgent?: boolean;
  agentName?: string;
  agentPhone?: string;
  isAuthorityOnPaper?: boolean;
  authority?: readonly string[];
}

/** The day in Shanghai: what most people bring they bring today. */
const todayOf = (now: Date) => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(now);

export const emptyCounter = (now: Date): Partial<CounterFields> => ({
  channel: 'window',
  submittedOn: todayOf(now),
  kind: 'person',
  idType: 'id_card',
  organizationKind: 'business',
  method: 'pickup',
});

/** On paper unless it goes out by e-mail. */
const formOf = (method: CounterMethod): Body['delivery']['form'] => (method === 'email' ? 'electronic' : 'paper');

/** The form as the API takes it. */
export function bodyOf(id: string, fields: CounterFields): Body {
  const { unitId, channel, submittedOn, receivedOn, isReadBack, wanted, description, method, help = [] } = fields;
  return {
    ...{ id, unitId, channel, submittedOn },
    ...(receivedOn && { receivedOn }),
    ...(channel === 'spoken' && { isReadBack: isReadBack === true }),
    applicant: applicantOf(fields),
    ...agentOf(fields),
    content: { name: wanted, ...(description && { description }) },
    delivery: { form: formOf(method), method },
    ...(help.length > 0 && { assistance: { kinds: help } }),
  };
}

function applicantOf(fields: CounterFields): Body['applicant'] {
  const { kind, name, phone, email, address, idType, idNumber } = fields;
  const shared = { name, phone, ...(email && { email }), ...(address && { address }) };
  if (kind === 'person')
    return { kind, ...shared, idDocument: { type: idType, number: idNumber.trim().toUpperCase() } };
  const { organizationKind, representative = '', contact = '' } = fields;
  return { kind, ...shared, organizationKind, creditCode: idNumber, representative, contact };
}

/** Who acts for the applicant, and what was handed in. */
function agentOf(fields: CounterFields): Pick<Body, 'agent' | 'papers'> {
  const { hasAgent, agentName = '', agentPhone = '', isAuthorityOnPaper, identity = [], authority = [] } = fields;
  const papers = [
    ...identity.map(fileId => ({ fileId, kind: 'identity' as const })),
    ...(hasAgent ? authority : []).map(fileId => ({ fileId, kind: 'authority' as const })),
  ];
  return {
    ...(hasAgent && {
      agent: { name: agentName, phone: agentPhone, ...(isAuthorityOnPaper && { isAuthorityOnPaper }) },
    }),
    ...(papers.length > 0 && { papers }),
  };
}
