import { SIGN_UP_STATE_LABELS } from '@bandeng/contracts/routes';
import type { RouteAnswer, RouteCall, StaffMeeting } from '@bandeng/contracts/types';

export {
  MEETING_KIND_LABELS as KIND_NAMES,
  MEETING_STATE_LABELS as STATE_NAMES,
  REPRESENTS_LABELS as REPRESENTS_NAMES,
  SIGN_UP_STATE_LABELS as SIGN_UP_NAMES,
} from '@bandeng/contracts/routes';

export type MeetingState = StaffMeeting['state'];
export type MeetingContent = Omit<RouteCall<'staff.meetings.create'>['body'], 'id'>;
export type SignUp = RouteAnswer<'staff.meetings.signUps'>['items'][number];
export type Readers = RouteCall<'staff.meetings.writeMinutes'>['body']['readers'];

export const isSignUpState = (value: string | undefined): value is SignUp['state'] =>
  value !== undefined && value in SIGN_UP_STATE_LABELS;

export const READER_NAMES: Readonly<Record<Readers, string>> = {
  public: '所有人',
  participants: '参加的人',
  unit: '本单位',
};
