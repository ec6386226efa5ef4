import type { LocalDate } from '../calendar';

/** Which day is the day of receipt: that of handing in, that of signing for it, or that on which both sides confirmed (Art. 31). */
export type ReceiptBy = 'submitted' | 'signed' | 'confirmed';

interface Channel {
  label: string;
  receivedBy: ReceiptBy;
  /** What the day of submission is called for who writes it down, and the day of receipt where it is another. */
  submitted: string;
  received: string | null;
  /** Said on the case and on the receipt. */
  rule: string;
}

const BOTH = '双方确认之日是收到之日（条例第三十一条）';

/** The ways in which a request comes (Art. 29, 31). */
export const requestChannels = {
  mini_program: { label: '小程序', receivedBy: 'confirmed', submitted: '提交', received: '确认', rule: BOTH },
  h5: { label: '网页', receivedBy: 'confirmed', submitted: '提交', received: '确认', rule: BOTH },
  window: {
    label: '窗口当面交',
    receivedBy: 'submitted',
    submitted: '哪天交的',
    received: null,
    rule: '当面提交的，提交之日是收到之日（条例第三十一条）',
  },
  spoken: {
    label: '口头申请，代为填写',
    receivedBy: 'submitted',
    submitted: '哪天说的',
    received: null,
    rule: '口头申请由工作人员代为填写（条例第二十九条），当面确认之日是收到之日（条例第三十一条）',
  },
  post_signed: {
    label: '挂号信、快递',
    receivedBy: 'signed',
    submitted: '哪天寄出（看邮戳）',
    received: '哪天签收',
    rule: '邮寄并且要签收的，签收之日是收到之日（条例第三十一条）',
  },
  post_plain: {
    label: '平信',
    receivedBy: 'confirmed',
    submitted: '哪天收到信',
    received: '哪天和申请人确认',
    rule: '不用签收的信，收到当日与申请人确认，确认之日是收到之日（条例第三十一条）',
  },
  fax: {
    label: '传真',
    receivedBy: 'confirmed',
    submitted: '哪天收到传真',
    received: '哪天双方确认',
    rule: `传真来的，${BOTH}`,
  },
  email: {
    label: '电子邮件',
    receivedBy: 'confirmed',
    submitted: '哪天收到邮件',
    received: '哪天双方确认',
    rule: `互联网渠道来的，${BOTH}`,
  },
} as const satisfies Record<string, Channel>;
export type RequestChannel = keyof typeof requestChannels;

/** What help somebody asks for who has difficulty reading, seeing or hearing (Art. 43). */
export const assistanceKinds = {
  large_print: '大字',
  read_aloud: '读给听',
  sign_language: '手语',
  written_down: '代为笔录',
} as const;

export interface ReceiptDates {
  submittedOn: LocalDate;
  /** The day of signing, or of confirming; absent where the day of submission is it, or while the other side has not confirmed. */
  receivedOn?: LocalDate | undefined;
}
export interface ReceiptFault {
  field: 'submittedOn' | 'receivedOn';
  message: string;
}

/**
 * The day of receipt by the channel (Art. 31): null while both sides still have to confirm. Dates may lie before `today` and never
 * after it, and nothing is received before it was submitted.
 */
export function receiptOf(
  channel: RequestChannel,
  { submittedOn, receivedOn }: ReceiptDates,
  today: LocalDate,
): { receivedOn: LocalDate | null } | { fault: ReceiptFault } {
  const { receivedBy, label } = requestChannels[channel];
  const fault = (field: ReceiptFault['field'], message: string) => ({ fault: { field, message } });
  if (submittedOn > today) return fault('submittedOn', '提交的日子不能在今天以后。');
  if (receivedBy === 'submitted') {
    if (receivedOn === undefined || receivedOn === submittedOn) return { receivedOn: submittedOn };
    return fault('receivedOn', `${label}的，提交那天就是收到的日子，不用另填。`);
  }
  if (receivedOn === undefined)
    return receivedBy === 'signed' ? fault('receivedOn', '请填签收的日子。') : { receivedOn: null };
  if (receivedOn > today) return fault('receivedOn', '收到的日子不能在今天以后。');
  if (receivedOn < submittedOn) return fault('receivedOn', '收到的日子不能在提交以前。');
  return { receivedOn };
}
