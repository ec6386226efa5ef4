import { ENQUIRY_KIND_LABELS } from '@bandeng/contracts/routes';
import type { Asked, GridRecord } from '@bandeng/contracts/types';
import { sayDate, scanText, slipNumberText } from '@bandeng/rules';
import type { IconName } from '@/ui/icon';
import { dayTaken, walkTime } from './contact';

export type Visit = Extract<GridRecord, { kind: 'visit' }>;
export type OnBehalf = Extract<GridRecord, { kind: 'comment' }>;
export type HandedOn = Extract<GridRecord, { kind: 'request' }>;
export type Told = Extract<GridRecord, { kind: 'told' }>;
export type Enquiry = Extract<GridRecord, { kind: 'enquiry' }>;
export type PosterUp = Extract<GridRecord, { kind: 'poster' }>;
export type Reaction = Visit['reaction'];

export const wayWords: Record<Visit['way'], string> = { door: '上门', phone: '打电话', online: '网上' };

/** Each with its sign: the doors of a building are told apart without colour. */
export const reactionWords: Record<Reaction, { word: string; icon: IconName }> = {
  knew: { word: '知道了', icon: 'check' },
  question: { word: '有疑问', icon: 'question' },
  opinion: { word: '有意见', icon: 'comment' },
  wants_information: { word: '想要信息', icon: 'request' },
  not_home: { word: '不在家', icon: 'lock' },
  declined: { word: '不愿意谈', icon: 'forbidden' },
};

export const showingWords: Record<OnBehalf['showing'], string> = {
  named: '写名字公开',
  unnamed: '不写名字公开',
  unpublished: '不公开，只交给办的人',
};

/** What the person agrees to, in the words that are read to them and kept. */
export const consentWords = (showing: OnBehalf['showing'], unit: string): string => {
  const shown: Record<OnBehalf['showing'], string> = {
    named: '公开的时候写我的名字',
    unnamed: '公开的时候不写我的名字',
    unpublished: '不公开，只给办的人看',
  };
  return `我同意网格员把我说的记下来，交给${unit}；${shown[showing]}。`;
};

/** The same of a message: to which office it goes is found out there. */
export const enquiryConsentWords = (isPublic: boolean): string =>
  `我同意网格员把我说的记下来，交给该办的单位；${isPublic ? '答复可以公开，公开的时候遮住我是谁' : '不公开，只给办的人看'}。有了答复，请网格员来告诉我。`;

/** Of somebody who wants information: the office calls, and asks for the rest. */
export const handOnConsentWords =
  '我同意网格员把我要的信息和我的名字、电话转交给信息公开的办公室，请他们打电话和我核实；有了结果，请网格员来告诉我。';
/** How one gets it who has not asked in the mini-program. */
export const methodWords: Record<NonNullable<HandedOn['method']>, string> = {
  pickup: '自己去取',
  post: '邮寄',
  email: '发到邮箱',
  on_site: '到现场查阅、抄录',
};

/** What was taken down for somebody, by its kind. */
export const behalfWords: Record<Asked['kind'], string> = { comment: '意见', enquiry: '留言', request: '要信息' };

/** How somebody was told the answer. */
export const tellWords: Record<Told['how'], string> = {
  door: '当面告诉了',
  phone: '打电话告诉了',
  not_reached: '没找到人',
};

/** What is wrong with words that are to be taken down for somebody: an ID number is kept nowhere, and not asked for. */
export const saidProblem = (...said: readonly string[]): string | undefined =>
  said.some(words => scanText(words).some(({ kind }) => kind === 'idNumber'))
    ? '话里有像身份证号的数字：证件号不记，删掉再念一遍'
    : undefined;

export const doorName = ({ unit, number }: { unit: string | null; number: string }): string =>
  [unit, number].filter(Boolean).join(' ');

export const placeName = ({ compound, name }: { compound: string | null; name: string }): string =>
  [compound, name].filter(Boolean).join(' ');

/** This phone's version of a record, line by line, as one would read it to somebody. */
export function linesOf(record: GridRecord): string[] {
  const on = sayDate(dayTaken(record), walkTime());
  if (record.kind === 'visit') {
    const { way, reaction, followUpOn, note } = record;
    const again = followUpOn && `${sayDate(followUpOn, walkTime())}再去`;
    return present([`${on}${wayWords[way]}`, reactionWords[reaction].word, again, note]);
  }
  if (record.kind === 'enquiry') {
    const { about, title, body, publicConsent, contact, slip } = record;
    const shown = publicConsent ? '遮住个人信息后公开' : '不公开';
    return present([on, ENQUIRY_KIND_LABELS[about], title, body, contact.name, contact.phone, shown, slipLine(slip)]);
  }
  if (record.kind === 'poster') return [`${on}贴的`, record.place, `${sayDate(record.takeDownOn, walkTime())}揭下来`];
  if (record.kind === 'poster_down') return [`${on}揭下来的`];
  if (record.kind === 'request') {
    const { wanted, method, contact } = record;
    return present([on, wanted, method && methodWords[method], contact.name, contact.phone]);
  }
  if (record.kind === 'told') return [`${on}${tellWords[record.how]}`];
  const { body, proposedText, showing, slip } = record;
  return present([on, proposedText && `改成：${proposedText}`, body, showingWords[showing], slipLine(slip)]);
}

/** Records that were written down before there were slips have none. */
const slipLine = (slip: OnBehalf['slip'] | undefined) => (slip ? `便条 ${slipNumberText(slip.number)}` : null);

const present = (lines: readonly (string | null)[]): string[] =>
  lines.filter((line): line is string => line !== null && line !== '');
