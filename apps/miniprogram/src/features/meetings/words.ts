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

export const signUpWords: Record<OwnSignUp['state'], string> = {
  waiting: '等答复',
  accepted: '你可以来',
  waitlist: '在候补',
  rejected: '这次不能来',
  withdrawn: '你取消了',
};

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
