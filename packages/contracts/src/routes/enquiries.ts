import { defineRoutes } from './define';
import { act, create, desk, own, read, work } from './presets';

const readers = ['editor', 'office', 'street', 'supervisor'] as const;
const writers = ['editor', 'office', 'street'] as const;
/** Who takes messages in, hands them on, looks at answers and publishes them. */
const intake = ['office', 'street'] as const;
const lost = ['enquiry.not_found'] as const;
const acted = [...lost, 'enquiry.state'] as const;

export const enquiriesRoutes = defineRoutes({
  'enquiries.kinds': { ...read, path: '/enquiry-kinds', summary: '留言的种类和答复期限' },
  'enquiries.list': { ...read, path: '/enquiries', summary: '网上民声：答复过、公开了的留言' },
  'enquiries.get': {
    ...read,
    path: '/enquiries/:id',
    summary: '一件留言：公开了的谁都能看，自己的看得到全部',
    errors: lost,
  },
  'enquiries.similar': {
    ...act,
    who: 'public',
    limit: 'search',
    path: '/enquiries/similar',
    summary: '别人问过的、差不多的',
  },
  'enquiries.create': {
    ...create,
    path: '/enquiries',
    summary: '留言',
    description: '地点是选的，不定位；照片里的拍摄信息（包括位置）在上传时去掉。姓名和电话加密存放。',
    errors: ['id.conflict', 'unit.not_found', 'area.not_found', 'file.not_found'],
  },
  'me.enquiries.list': { ...own, path: '/me/enquiries', summary: '我的留言' },
  'enquiries.rate': {
    ...act,
    path: '/enquiries/:id/rating',
    summary: '评价答复：结果和过程',
    errors: acted,
  },
  'enquiries.reopen': {
    ...act,
    path: '/enquiries/:id/reopening',
    summary: '写明理由，请求重办一次',
    errors: acted,
  },
  'enquiries.report': {
    ...act,
    path: '/enquiries/:id/reports',
    summary: '举报一件公开了的留言：辱骂、广告、露了别人的个人信息',
    errors: lost,
  },
  'enquiries.appeal': {
    ...act,
    path: '/enquiries/:id/appeal',
    summary: '自己的留言被收起来了，写明理由请再看一次',
    errors: acted,
  },
  'enquiries.withdraw': { ...act, path: '/enquiries/:id/withdraw', summary: '撤回还没答复的留言', errors: acted },
  'staff.enquiries.list': { ...desk, path: '/staff/enquiries', who: readers, summary: '留言办件' },
  'staff.enquiries.get': { ...desk, path: '/staff/enquiries/:id', who: readers, summary: '一件留言', errors: lost },
  'staff.enquiries.record': {
    ...work,
    path: '/staff/enquiries',
    who: intake,
    status: 201,
    summary: '接下热线（12345）转来的一件，记下它的工单号',
    errors: ['id.conflict', 'unit.not_found'],
  },
  'staff.hotline.months': {
    ...desk,
    path: '/staff/hotline-months',
    who: [...readers, 'evaluator'],
    summary: '热线每月的三个率',
  },
  'staff.hotline.put': {
    ...work,
    method: 'PUT',
    path: '/staff/hotline-months/:id',
    who: ['office'],
    summary: '记下热线一个月的三个率，从市里的通报抄来',
  },
  'staff.hotline.import': {
    ...work,
    path: '/staff/hotline-months',
    who: ['office'],
    limit: 'upload',
    body: 'multipart',
    summary: '从市里通报的 xlsx 读三个率：先试读，看清楚再记',
    description: '有表头（月份、三个率）的工作表；写了单位的，只读本区的行。有一行不对就什么都不记。',
    errors: ['import.unreadable', 'file.too_large', 'file.incomplete'],
  },
  'staff.enquiries.accept': {
    ...work,
    path: '/staff/enquiries/:id/accept',
    who: intake,
    summary: '受理，定下种类',
    errors: acted,
  },
  'staff.enquiries.refuse': {
    ...work,
    path: '/staff/enquiries/:id/refuse',
    who: intake,
    summary: '不归我们办：写明归谁',
    errors: acted,
  },
  'staff.enquiries.assign': {
    ...work,
    path: '/staff/enquiries/:id/assign',
    who: intake,
    summary: '交办：主办和协办单位',
    errors: [...acted, 'unit.not_found'],
  },
  'staff.enquiries.offerConversion': {
    ...work,
    path: '/staff/enquiries/:id/conversion-offers',
    who: intake,
    summary: '问本人愿不愿意转为公开申请',
    errors: [...acted, 'id.conflict'],
  },
  'staff.enquiries.hotline': {
    ...work,
    path: '/staff/enquiries/:id/hotline',
    who: intake,
    summary: '还没答复的转给热线（12345）办，或者从热线接回来；一份经过，期限照算',
    errors: acted,
  },
  'staff.enquiries.contribute': {
    ...work,
    path: '/staff/enquiries/:id/contributions',
    who: writers,
    summary: '协办单位的意见',
    errors: [...acted, 'id.conflict'],
  },
  'staff.enquiries.answer': {
    ...work,
    path: '/staff/enquiries/:id/answer',
    who: writers,
    summary: '拟答复，等审核',
    errors: acted,
  },
  'staff.enquiries.sendBack': {
    ...work,
    path: '/staff/enquiries/:id/send-back',
    who: intake,
    summary: '审核退回',
    errors: acted,
  },
  'staff.enquiries.approve': {
    ...work,
    path: '/staff/enquiries/:id/approve',
    who: intake,
    summary: '审核通过，答复送到留言的人手里',
    errors: [...acted, 'enquiry.own_draft'],
  },
  'staff.enquiries.publish': {
    ...work,
    path: '/staff/enquiries/:id/publish',
    who: intake,
    summary: '本人同意的，遮住个人信息后公开',
    errors: [...acted, 'enquiry.no_consent', 'enquiry.personal_data'],
  },
  'staff.enquiries.show': {
    ...work,
    path: '/staff/enquiries/:id/visibility',
    who: intake,
    summary: '看过举报或者申诉：收起来，或者接着公开，写明理由',
    errors: acted,
  },
  'staff.enquiries.feature': {
    ...work,
    path: '/staff/enquiries/:id/faq',
    who: intake,
    summary: '把公开了的好答复收进常见问题，或者拿出来',
    errors: acted,
  },
  'staff.enquiries.reveal': {
    ...work,
    path: '/staff/enquiries/:id/reveal',
    who: writers,
    summary: '写明理由后看姓名或者电话，留痕',
    errors: lost,
  },
});
