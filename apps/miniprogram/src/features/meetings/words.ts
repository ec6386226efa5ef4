import type { OwnSignUp } from '@bandeng/contracts/types';
import { sayDaysLeft, sayExactly } from '@bandeng/rules';
import { now } from '@/lib/clock';
import type { Meeting, SignUpInput } from './api';

export const kindWords: Record<Meeting['kind'], string> = {
  seminar: '座谈会',
  hearing: '听证会',
  attendance: '列席会议',
  bench: '板凳会',
};

export const representsWords: Record<SignUpInput['represents'], string> = {
  resident: '居民',
  representative: '人大代表、政协委员',
  business: '企业和商户',
  expert: '专家',
  other: '其他',
};

const signUpWords: Record<OwnSignUp['state'], { before: string; after: string }> = {
  waiting: { before: '等答复', after: '没有答复' },
  accepted: { before: '你可以来', after: '报上了' },
  waitlist: { before: '在候补', after: '没轮到' },
  rejected: { before: '这次不能来', after: '没报上' },
  withdrawn: { before: '你取消了', after: '你取消了' },
};

/** What became of a sign-up, as it is said before the meeting and after it. */
export const signUpWord = (state: OwnSignUp['state'], startsAt: string): string =>
  signUpWords[state][new Date(startsAt) > now() ? 'before' : 'after'];

type Stage = Pick<Meeting, 'state' | 'startsAt' | 'signUp'>;

/** What is said of the time: until when one may sign up, when it is, that it was. */
export function stageWords({ state, startsAt, signUp }: Stage): string {
  if (state === 'cancelled') return '取消了';
  if (state === 'held') return '开过了，记录还没出来';
  if (state === 'recorded') return '开过了，有记录';
  if (signUp?.isOpen) return `报名${sayDaysLeft(signUp.closesAt, now())}`;
  return `${sayExactly(startsAt)}开`;
}

/** How who comes is found. */
export function whoWords({ signUp }: Pick<Meeting, 'signUp'>): string {
  if (!signUp) return '请人来，不用报名';
  const { quota, selection, criteria } = signUp;
  return selection === 'draw' ? `${quota} 个名额，报名后抽签` : `${quota} 个名额，按条件定：${criteria ?? ''}`;
}
