import { defineRoutes } from './define';
import { act, create, desk, own, read, work } from './presets';

const writers = ['editor', 'office', 'street'] as const;
/** What goes out to everybody is decided by the office or the street, not by whoever wrote it. */
const publishers = ['office', 'street'] as const;
const lost = ['meeting.not_found'] as const;

export const meetingsRoutes = defineRoutes({
  'meetings.list': { ...read, path: '/meetings', summary: '会议：座谈会、听证会、列席、板凳会' },
  'meetings.get': {
    ...read,
    path: '/meetings/:id',
    summary: '一次会议：议程、材料、参加人、记录、定下的事',
    errors: lost,
  },
  'meetings.draw': {
    ...read,
    path: '/meetings/:id/draw',
    summary: '抽签的种子、次序和结果，谁都能重算',
    description:
      '报名时先公布种子的 SHA-256（`seedHash`），截止后抽签，公布种子。次序是 `SHA-256(种子 + 换行 + 报名编号)` 的小写十六进制从小到大，前 `quota` 个参加，其余依次候补。',
    errors: [...lost, 'meeting.not_drawn'],
  },
  'meetings.signUp': {
    ...create,
    path: '/meetings/:id/sign-ups',
    summary: '报名参加',
    description: '姓名和电话加密存放，只给组织的单位看；公布名单时只留姓。',
    errors: [...lost, 'meeting.sign_up_closed', 'meeting.signed_up', 'id.conflict'],
  },
  'me.signUps.list': { ...own, path: '/me/sign-ups', summary: '我的报名' },
  'me.signUps.withdraw': {
    ...act,
    method: 'DELETE',
    path: '/me/sign-ups/:id',
    summary: '会前取消报名，空出来的位置由候补的人补上',
    errors: ['sign_up.not_found', 'meeting.state'],
  },
  'staff.meetings.list': { ...desk, path: '/staff/meetings', who: writers, summary: '本单位的会议' },
  'staff.meetings.get': {
    ...desk,
    path: '/staff/meetings/:id',
    who: writers,
    summary: '本单位的一次会议',
    errors: lost,
  },
  'staff.meetings.create': {
    ...work,
    path: '/staff/meetings',
    who: writers,
    status: 201,
    summary: '筹备一次会议',
    errors: ['id.conflict', 'file.not_found', 'consultation.not_found'],
  },
  'staff.meetings.update': {
    ...work,
    method: 'PUT',
    path: '/staff/meetings/:id',
    who: writers,
    summary: '改一次还没公布的会议',
    errors: [...lost, 'meeting.state', 'meeting.changed', 'file.not_found', 'consultation.not_found'],
  },
  'staff.meetings.publish': {
    ...work,
    path: '/staff/meetings/:id/publish',
    who: publishers,
    summary: '公布会议，开始报名',
    errors: [...lost, 'meeting.state', 'meeting.too_soon'],
  },
  'staff.meetings.cancel': {
    ...work,
    path: '/staff/meetings/:id/cancel',
    who: publishers,
    summary: '取消会议，写明原因；报了名的人都会收到',
    errors: [...lost, 'meeting.state'],
  },
  'staff.meetings.signUps': {
    ...desk,
    path: '/staff/meetings/:id/sign-ups',
    who: writers,
    summary: '报名和邀请的人',
    errors: lost,
  },
  'staff.meetings.invite': {
    ...work,
    path: '/staff/meetings/:id/sign-ups',
    who: writers,
    status: 201,
    summary: '写下一个邀请来的人',
    errors: [...lost, 'meeting.state', 'id.conflict'],
  },
  'staff.meetings.decide': {
    ...work,
    path: '/staff/meetings/:id/sign-ups/:signUpId/decision',
    who: writers,
    summary: '按条件决定一个人参加、候补或者不参加，写明理由',
    errors: [...lost, 'meeting.state', 'meeting.full'],
  },
  'staff.meetings.drawLots': {
    ...work,
    path: '/staff/meetings/:id/draw',
    who: writers,
    summary: '报名截止后抽签，公布种子',
    errors: [...lost, 'meeting.state'],
  },
  'staff.meetings.publishParticipants': {
    ...work,
    path: '/staff/meetings/:id/participants',
    who: publishers,
    summary: '会前公布参加人名单，名字只留姓',
    errors: [...lost, 'meeting.state', 'meeting.undecided'],
  },
  'staff.meetings.attend': {
    ...work,
    path: '/staff/meetings/:id/sign-ups/:signUpId/attendance',
    who: writers,
    summary: '记下一个人到没到',
    errors: [...lost, 'meeting.state'],
  },
  'staff.meetings.writeMinutes': {
    ...work,
    method: 'PUT',
    path: '/staff/meetings/:id/minutes',
    who: writers,
    summary: '写会议记录，确认以后不能再改',
    errors: [...lost, 'meeting.state', 'meeting.changed'],
  },
  'staff.meetings.resolve': {
    ...work,
    path: '/staff/meetings/:id/resolutions',
    who: writers,
    status: 201,
    summary: '写下会上定的一件事：谁办、哪天办完',
    errors: [...lost, 'meeting.state', 'id.conflict'],
  },
  'staff.resolutions.done': {
    ...work,
    path: '/staff/resolutions/:id/done',
    who: writers,
    summary: '办完了一件会上定的事，写明结果',
    errors: ['resolution.not_found', 'meeting.state'],
  },
});
