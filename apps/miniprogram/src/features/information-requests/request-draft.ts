import type { RouteCall } from '@bandeng/contracts/types';
import { isCreditCode, isIdNumber, type RequestKind } from '@bandeng/rules';

export type RequestBody = RouteCall<'informationRequests.create'>['body'];
export type OrganizationKind = Extract<RequestBody['applicant'], { kind: 'organization' }>['organizationKind'];
export type IdType = Extract<RequestBody['applicant'], { kind: 'person' }>['idDocument']['type'];
export type Help = NonNullable<RequestBody['assistance']>['kinds'][number];

/** Everything the form asks, flat, as it is typed; Art. 29 decides what must be there. */
export interface RequestDraft {
  step: 0 | 1 | 2;
  /** 要信息, or 我的记录写错了 (Art. 41). */
  asks: RequestKind;
  name: string;
  documentNumber: string;
  description: string;
  /** Of a record: whose it is, what it says, what is right. */
  holder: string;
  written: string;
  right: string;
  unitId: string;
  kind: 'person' | 'organization';
  organizationKind: OrganizationKind | '';
  applicantName: string;
  idType: IdType;
  idNumber: string;
  representative: string;
  contact: string;
  phone: string;
  email: string;
  address: string;
  form: RequestBody['delivery']['form'];
  method: RequestBody['delivery']['method'];
  help: Help[];
  /** One's own message that this takes the place of; empty for none. */
  fromEnquiryId: string;
  hasAgent: boolean;
  agentName: string;
  agentPhone: string;
}

/** Ids of what was handed in with it. */
export interface HandedIn {
  identity: readonly string[];
  authority: readonly string[];
  evidence: readonly string[];
}

export const emptyRequest: RequestDraft = {
  step: 0,
  asks: 'information',
  name: '',
  documentNumber: '',
  description: '',
  holder: '',
  written: '',
  right: '',
  unitId: '',
  kind: 'person',
  organizationKind: '',
  applicantName: '',
  idType: 'id_card',
  idNumber: '',
  representative: '',
  contact: '',
  phone: '',
  email: '',
  address: '',
  form: 'electronic',
  method: 'app',
  help: [],
  fromEnquiryId: '',
  hasAgent: false,
  agentName: '',
  agentPhone: '',
};

export type Faults = Partial<Record<keyof RequestDraft, string>>;
type Check = (draft: RequestDraft) => string | undefined;

const isPhone = (text: string) => /^[0-9+()\-\s]{5,20}$/.test(text.trim());
const isEmail = (text: string) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text.trim());
const needed = (text: string, words: string) => (text.trim() === '' ? words : undefined);

/** Asked only of whoever wants a record put right. */
const ofRecord =
  (field: 'holder' | 'written' | 'right', words: string): Check =>
  draft =>
    draft.asks === 'record_correction' ? needed(draft[field], words) : undefined;

/** What is wrong with a field, in plain words; the server checks it all again. */
const checks: Partial<Record<keyof RequestDraft, Check>> = {
  name: ({ asks, name }) => needed(name, asks === 'information' ? '写一下你要什么' : '写一下是哪份记录'),
  holder: ofRecord('holder', '写一下是哪个单位记的'),
  written: ofRecord('written', '写一下上面是怎么写的'),
  right: ofRecord('right', '写一下应当是怎样的'),
  applicantName: ({ applicantName, kind }) =>
    needed(applicantName, kind === 'person' ? '请填写姓名' : '请填写单位全称'),
  idNumber: ({ kind, idType, idNumber }) => {
    const number = idNumber.trim().toUpperCase();
    if (number === '') return kind === 'person' ? '请填写证件号码' : '请填写统一社会信用代码';
    if (kind === 'organization') return isCreditCode(number) ? undefined : '这不是一个统一社会信用代码，请再看一遍';
    if (idType === 'id_card' && !isIdNumber(number)) return '身份证号不对，请再看一遍';
    return number.length < 4 ? '证件号码太短了' : undefined;
  },
  organizationKind: ({ kind, organizationKind }) =>
    kind === 'organization' && organizationKind === '' ? '请选一类' : undefined,
  representative: ({ kind, representative }) =>
    kind === 'organization' ? needed(representative, '请填写法定代表人或负责人') : undefined,
  contact: ({ kind, contact }) => (kind === 'organization' ? needed(contact, '请填写联系人') : undefined),
  phone: ({ phone }) =>
    needed(phone, '请填写电话，好联系你') ?? (isPhone(phone) ? undefined : '电话号码不对，请再看一遍'),
  email: ({ email, method }) => {
    if (email.trim() === '') return method === 'email' ? '要用邮件收，请填写邮箱' : undefined;
    return isEmail(email) ? undefined : '邮箱不对，请再看一遍';
  },
  agentName: ({ hasAgent, agentName }) => (hasAgent ? needed(agentName, '请填写代理人的姓名') : undefined),
  agentPhone: ({ hasAgent, agentPhone }) => {
    if (!hasAgent) return undefined;
    return needed(agentPhone, '请填写代理人的电话') ?? (isPhone(agentPhone) ? undefined : '电话号码不对，请再看一遍');
  },
  address: ({ address, method }) => (method === 'post' ? needed(address, '要邮寄，请填写地址') : undefined),
};

export const checkField = (draft: RequestDraft, field: keyof RequestDraft): string | undefined =>
  checks[field]?.(draft);

const fieldsOf: readonly (readonly (keyof RequestDraft)[])[] = [
  ['name', 'holder', 'written', 'right'],
  ['organizationKind', 'applicantName', 'idNumber', 'representative', 'contact', 'phone', 'agentName', 'agentPhone'],
  ['email', 'address'],
];

/** Every fault of one step of the form. */
export function checkStep(draft: RequestDraft, step: number): Faults {
  const found = (fieldsOf[step] ?? []).map(field => [field, checkField(draft, field)] as const);
  return Object.fromEntries(found.filter(([, fault]) => fault !== undefined));
}

const given = (text: string) => (text.trim() === '' ? undefined : text.trim());

const NOTHING: HandedIn = { identity: [], authority: [], evidence: [] };

/** The form as the API takes it. */
export function requestBody(id: string, draft: RequestDraft, handedIn: HandedIn = NOTHING): RequestBody {
  const shared = { phone: draft.phone.trim(), email: given(draft.email), address: given(draft.address) };
  return {
    id,
    channel: process.env.TARO_ENV === 'h5' ? 'h5' : 'mini_program',
    unitId: given(draft.unitId),
    applicant:
      draft.kind === 'person'
        ? {
            kind: 'person',
            name: draft.applicantName.trim(),
            idDocument: { type: draft.idType, number: draft.idNumber.trim().toUpperCase() },
            ...shared,
          }
        : {
            kind: 'organization',
            organizationKind: draft.organizationKind || 'other',
            name: draft.applicantName.trim(),
            creditCode: draft.idNumber.trim().toUpperCase(),
            representative: draft.representative.trim(),
            contact: draft.contact.trim(),
            ...shared,
          },
    ...contentOf(draft),
    delivery: { form: draft.form, method: draft.method },
    ...agentOf(draft, handedIn),
    ...(draft.help.length > 0 && { assistance: { kinds: draft.help } }),
    ...(draft.fromEnquiryId && { fromEnquiryId: draft.fromEnquiryId }),
  };
}

/** What was typed for the other kind stays in the draft, and is not sent. */
const contentOf = ({ asks, name, ...draft }: RequestDraft): Pick<RequestBody, 'content' | 'recordError'> =>
  asks === 'information'
    ? {
        content: {
          name: name.trim(),
          documentNumber: given(draft.documentNumber),
          description: given(draft.description),
        },
      }
    : {
        content: { name: name.trim() },
        recordError: { holder: draft.holder.trim(), written: draft.written.trim(), right: draft.right.trim() },
      };

function agentOf(
  draft: RequestDraft,
  { identity, authority, evidence }: HandedIn,
): Pick<RequestBody, 'agent' | 'papers'> {
  const { asks, hasAgent, agentName, agentPhone } = draft;
  const papers = [
    ...identity.map(fileId => ({ fileId, kind: 'identity' as const })),
    ...(hasAgent ? authority : []).map(fileId => ({ fileId, kind: 'authority' as const })),
    ...(asks === 'record_correction' ? evidence : []).map(fileId => ({ fileId, kind: 'evidence' as const })),
  ];
  return {
    ...(hasAgent && { agent: { name: agentName.trim(), phone: agentPhone.trim() } }),
    ...(papers.length > 0 && { papers }),
  };
}
