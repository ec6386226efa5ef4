import { z } from 'zod';
import { limits } from '../routes/limits';
import { ClientId, Id, text } from './common';

/** 要信息 (Art. 27), 更正自己的记录 (Art. 41). */
export const REQUEST_KINDS = ['information', 'record_correction'] as const;
/** The five kinds of table three of the annual report. */
export const ORGANIZATION_KINDS = ['business', 'research', 'charity', 'legal_service', 'other'] as const;
export const ID_DOCUMENT_TYPES = ['id_card', 'passport', 'hk_macau_permit', 'taiwan_permit', 'other'] as const;
export const DELIVERY_FORMS = ['electronic', 'paper', 'other'] as const;
export const DELIVERY_METHODS = ['app', 'email', 'post', 'pickup', 'on_site'] as const;
const phone = z
  .string()
  .trim()
  .regex(/^[0-9+()\-\s]{5,20}$/, '电话号码不对');
const address = text(200).optional();
const email = z.email('邮箱不对').max(200).optional();

const Person = z.strictObject({
  kind: z.literal('person'),
  name: text(40),
  idDocument: z.strictObject({
    type: z.enum(ID_DOCUMENT_TYPES),
    number: z.string().trim().min(4, '证件号码不对').max(40),
  }),
  phone,
  email,
  address,
  postcode: z
    .string()
    .regex(/^\d{6}$/, '邮编是六位数字')
    .optional(),
});
const Organization = z.strictObject({
  kind: z.literal('organization'),
  organizationKind: z.enum(ORGANIZATION_KINDS),
  name: text(100),
  creditCode: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[0-9A-Z]{18}$/, '统一社会信用代码是 18 位'),
  representative: text(40),
  contact: text(40),
  phone,
  email,
  address,
  postcode: z
    .string()
    .regex(/^\d{6}$/, '邮编是六位数字')
    .optional(),
});
export const Applicant = z.discriminatedUnion('kind', [Person, Organization]);

export const RequestContent = z.strictObject({
  name: text(limits.requestName),
  documentNumber: text(80).optional(),
  description: text(limits.requestDescription).optional(),
});
/** What is wrong with a record of oneself, whose it is, and what is right (Art. 41); what it is called is the name of the content. */
export const RecordError = z.strictObject({ holder: text(100), written: text(1_000), right: text(1_000) });
export const Delivery = z.strictObject({ form: z.enum(DELIVERY_FORMS), method: z.enum(DELIVERY_METHODS) });
/** What the applicant has to give so that the answer can reach them this way. */
const REACHED_AT: Partial<Record<(typeof DELIVERY_METHODS)[number], 'email' | 'address'>> = {
  email: 'email',
  post: 'address',
};
const REACHED_TEXTS = { email: '要用邮件收答复，请填邮箱', address: '要寄给你，请填地址' };
/** 阅读困难或者视听障碍 (Art. 43). */
export const Assistance = z.strictObject({
  kinds: z
    .array(z.enum(['large_print', 'read_aloud', 'sign_language', 'written_down']))
    .min(1)
    .max(4),
  note: text(200).optional(),
});

/** What is handed in with an application: a document that says who somebody is, a power of attorney, what shows that a record is wrong. */
export const PAPER_KINDS = ['identity', 'authority', 'evidence'] as const;
/** Who acts for the applicant, and how to reach them. */
export const Agent = z.strictObject({ name: text(40), phone });
/** At the counter the power of attorney may lie there on paper. */
export const CounterAgent = Agent.extend({ isAuthorityOnPaper: z.boolean().optional() });

/** What an application holds, whoever sends it (Art. 29). */
export const application = {
  id: ClientId,
  unitId: Id.optional(),
  applicant: Applicant,
  content: RequestContent,
  /** It asks for a correction of one's own record, and for no information. */
  recordError: RecordError.optional(),
  delivery: Delivery,
  assistance: Assistance.optional(),
  papers: z
    .array(z.strictObject({ fileId: Id, kind: z.enum(PAPER_KINDS) }))
    .max(9, '最多 9 份')
    .optional(),
};
interface Application {
  applicant: z.output<typeof Applicant>;
  delivery: z.output<typeof Delivery>;
  agent?: z.output<typeof CounterAgent> | undefined;
  papers?: readonly { kind: (typeof PAPER_KINDS)[number] }[] | undefined;
  recordError?: z.output<typeof RecordError> | undefined;
}
/** What one field needs of another. */
export function checkApplication(given: Application, { addIssue }: z.core.$RefinementCtx): void {
  const { applicant, delivery, agent, papers = [], recordError } = given;
  const needed = REACHED_AT[delivery.method];
  if (needed !== undefined && applicant[needed] === undefined)
    addIssue({ code: 'custom', path: ['applicant', needed], message: REACHED_TEXTS[needed] });
  if (agent && agent.isAuthorityOnPaper !== true && !papers.some(({ kind }) => kind === 'authority'))
    addIssue({ code: 'custom', path: ['papers'], message: '有人代理的，要交授权委托书' });
  if (!recordError && papers.some(({ kind }) => kind === 'evidence'))
    addIssue({ code: 'custom', path: ['papers'], message: '要信息的申请不用交证据' });
}
