import type { RouteCall } from '@bandeng/contracts/types';
import type { assistanceKinds, RequestKind } from '@bandeng/rules';

type Body = RouteCall<'staff.informationRequests.receive'>['body'];
type Person = Extract<Body['applicant'], { kind: 'person' }>;
type Organization = Extract<Body['applicant'], { kind: 'organization' }>;
export type CounterChannel = Body['channel'];
export type CounterMethod = Body['delivery']['method'];

/** What is written on the form at the counter. */
export interface CounterFields {
  /** 要信息, or 更正自己的记录. */
  asks: RequestKind;
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
  holder?: string;
  written?: string;
  right?: string;
  evidence?: readonly string[];
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
  asks: 'information',
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
export function bodyOf(id: string, fields: CounterFields, handedOnId?: string): Body {
  const { unitId, channel, submittedOn, receivedOn, isReadBack, wanted, description, method, help = [] } = fields;
  return {
    ...{ id, unitId, channel, submittedOn },
    ...(handedOnId && { handedOnId }),
    ...(receivedOn && { receivedOn }),
    ...(channel === 'spoken' && { isReadBack: isReadBack === true }),
    applicant: applicantOf(fields),
    ...agentOf(fields),
    content: { name: wanted, ...(description && { description }) },
    ...recordErrorOf(fields),
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

/** Whose record it is, what it says and what is right (Art. 41). */
function recordErrorOf({ asks, holder = '', written = '', right = '' }: CounterFields): Pick<Body, 'recordError'> {
  return asks === 'record_correction' ? { recordError: { holder, written, right } } : {};
}

/** Who acts for the applicant, and what was handed in. */
function agentOf(fields: CounterFields): Pick<Body, 'agent' | 'papers'> {
  const { hasAgent, agentName = '', agentPhone = '', isAuthorityOnPaper } = fields;
  const { asks, identity = [], authority = [], evidence = [] } = fields;
  const papers = [
    ...identity.map(fileId => ({ fileId, kind: 'identity' as const })),
    ...(hasAgent ? authority : []).map(fileId => ({ fileId, kind: 'authority' as const })),
    ...(asks === 'record_correction' ? evidence : []).map(fileId => ({ fileId, kind: 'evidence' as const })),
  ];
  return {
    ...(hasAgent && {
      agent: { name: agentName, phone: agentPhone, ...(isAuthorityOnPaper && { isAuthorityOnPaper }) },
    }),
    ...(papers.length > 0 && { papers }),
  };
}
